// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.device.line;

import com.fazecast.jSerialComm.SerialPort;
import com.fazecast.jSerialComm.SerialPortInvalidPortException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.pigenny.core.device.line.SerialSettings.Parity;
import org.pigenny.core.model.Message;
import org.pigenny.core.time.TimeSource;

/** Opens a serial port for ourselves alone, with the RS-485 direction control that the settings say. */
public final class SerialOpener implements LineOpener {
    private static final int ACCESS_DENIED = 13;

    private final SerialSettings settings;
    private final PortUsers users;
    private final TimeSource time;

    public SerialOpener(SerialSettings settings, TimeSource time) {
        this.settings = settings;
        this.users = new PortUsers(Path.of("/proc"));
        this.time = time;
    }

    @Override
    public String key() {
        return settings.port() + ":" + settings.baud();
    }

    @Override
    public ByteLine open() throws LineTrouble {
        Path device = present();
        List<String> others = users.others(device);
        if (!others.isEmpty()) {
            throw new LineTrouble(
                    Message.of("serial.used_by", settings.port(), String.join(", ", others)));
        }
        SerialPort port = configured(device);
        if (!port.openPort()) {
            throw new LineTrouble(refusal(device, port.getLastErrorCode()));
        }
        return new SerialLine(settings.port(), port, time);
    }

    private Path present() throws LineTrouble {
        try {
            return Path.of(settings.port()).toRealPath();
        } catch (IOException e) {
            String there = String.join(", ", SerialPorts.present());
            throw new LineTrouble(there.isEmpty()
                    ? Message.of("serial.missing", settings.port())
                    : Message.of("serial.missing_others", settings.port(), there));
        }
    }

    private SerialPort configured(Path device) throws LineTrouble {
        SerialPort port;
        try {
            port = SerialPort.getCommPort(device.toString());
        } catch (SerialPortInvalidPortException e) {
            throw new LineTrouble(Message.of("serial.not_a_port", settings.port()));
        }
        port.setComPortParameters(settings.baud(), 8,
                settings.stopBits() == 1 ? SerialPort.ONE_STOP_BIT : SerialPort.TWO_STOP_BITS,
                parity(settings.parity()));
        port.setFlowControl(SerialPort.FLOW_CONTROL_DISABLED);
        port.setComPortTimeouts(SerialPort.TIMEOUT_READ_SEMI_BLOCKING, SerialLine.SLICE_MILLIS, 0);
        var rs485 = settings.rs485();
        if (rs485.mode()) {
            // Delays other than 0 make the SC16IS752 driver refuse the whole mode, and the refusal is swallowed.
            port.setRs485ModeParameters(true, rs485.activeHigh(), rs485.delayBeforeMicros(),
                    rs485.delayAfterMicros());
        } else {
            // Without this, opening resets a mode that the device tree or the adapter has set.
            port.disableRs485ModeControl();
        }
        return port;
    }

    private static int parity(Parity parity) {
        return switch (parity) {
            case NONE -> SerialPort.NO_PARITY;
            case ODD -> SerialPort.ODD_PARITY;
            case EVEN -> SerialPort.EVEN_PARITY;
        };
    }

    private Message refusal(Path device, int errno) {
        if (!Files.isReadable(device) || !Files.isWritable(device) || errno == ACCESS_DENIED) {
            return Message.of("serial.denied", settings.port());
        }
        return Message.of("serial.locked", settings.port());
    }
}
