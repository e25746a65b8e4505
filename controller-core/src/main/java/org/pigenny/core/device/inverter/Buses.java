// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.device.inverter;

import java.time.Duration;
import org.pigenny.core.device.line.SerialOpener;
import org.pigenny.core.device.line.SerialSettings;
import org.pigenny.core.device.line.SocketOpener;
import org.pigenny.core.device.modbus.Bus;
import org.pigenny.core.device.modbus.MbapFraming;
import org.pigenny.core.device.modbus.RtuFraming;
import org.pigenny.core.model.settings.InverterSettings;
import org.pigenny.core.model.settings.SiteDevice;
import org.pigenny.core.time.TimeSource;

/** Makes the bus that the settings describe. */
public final class Buses {
    private static final double SILENT_CHARACTERS = 3.5;
    private static final int BITS_PER_CHARACTER = 10;
    /** The standard's fixed silence above 19200 baud. */
    private static final Duration SHORTEST = Duration.ofNanos(1_750_000);

    private Buses() {}

    private static Duration silence(int baud) {
        Duration characters = Duration.ofNanos((long) (SILENT_CHARACTERS * BITS_PER_CHARACTER * 1e9 / baud));
        return characters.compareTo(SHORTEST) > 0 ? characters : SHORTEST;
    }

    /** The bus of a device of the site. */
    public static Bus bus(SiteDevice.Wire wire, TimeSource real) {
        return switch (wire.connection()) {
            case SERIAL -> new Bus(new SerialOpener(new SerialSettings(wire.port(), wire.baud(),
                    SerialSettings.Parity.valueOf(wire.parity().name()), wire.stopBits(), wire.rs485()), real),
                    new RtuFraming(), silence(wire.baud()), real);
            case TCP -> new Bus(new SocketOpener(wire.host(), wire.tcpPort(), real), new MbapFraming(), Duration.ZERO,
                    real);
            case RTU_OVER_TCP -> new Bus(new SocketOpener(wire.host(), wire.tcpPort(), real), new RtuFraming(),
                    Duration.ZERO, real);
        };
    }

    public static Bus bus(InverterSettings settings, TimeSource real) {
        return switch (settings.connection()) {
            case SERIAL -> new Bus(new SerialOpener(
                    SerialSettings.plain(settings.port(), settings.baud(), settings.rs485()), real),
                    new RtuFraming(), silence(settings.baud()), real);
            case TCP -> new Bus(new SocketOpener(settings.host(), settings.tcpPort(), real), new MbapFraming(),
                    Duration.ZERO, real);
            case RTU_OVER_TCP ->
                new Bus(new SocketOpener(settings.host(), settings.tcpPort(), real), new RtuFraming(),
                        Duration.ZERO, real);
        };
    }
}
