// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.device.inverter;

import org.pigenny.core.device.line.SerialOpener;
import org.pigenny.core.device.line.SerialSettings;
import org.pigenny.core.device.line.SocketOpener;
import org.pigenny.core.device.modbus.Bus;
import org.pigenny.core.device.modbus.MbapFraming;
import org.pigenny.core.device.modbus.RtuFraming;
import org.pigenny.core.model.settings.InverterSettings;
import org.pigenny.core.time.TimeSource;

/** Makes the bus that the settings describe. */
public final class Buses {
    private Buses() {}

    public static Bus bus(InverterSettings settings, TimeSource real) {
        return switch (settings.connection()) {
            case SERIAL -> new Bus(new SerialOpener(
                    SerialSettings.plain(settings.port(), settings.baud(), settings.rs485()), real),
                    new RtuFraming(), real);
            case TCP -> new Bus(new SocketOpener(settings.host(), settings.tcpPort(), real), new MbapFraming(), real);
            case RTU_OVER_TCP ->
                new Bus(new SocketOpener(settings.host(), settings.tcpPort(), real), new RtuFraming(), real);
        };
    }
}
