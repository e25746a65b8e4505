// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.model.settings;

import java.time.Duration;
import org.pigenny.core.model.settings.InverterSettings.Connection;
import org.pigenny.core.model.settings.InverterSettings.Rs485;

/**
 * `[devices.ID]`: a device of the site besides inverter and relay server (site-controller.md 1.5).
 *
 * @param id never changes, unlike its name
 * @param name for people
 * @param profile name of its table of registers
 * @param type of site-controller.md 1.5, e.g. {@code load_meter}; {@link #OF_PROFILE} for the one its table says
 * @param role what its power counts as in the site's sums: solar, load, diesel_generator, none, or {@link #OF_PROFILE}
 * @param slave Modbus address or unit, 1 to 247
 * @param pollInterval from the beginning of one poll to the next
 * @param timeout for one answer
 * @param retries after the first try, in one poll
 * @param ratedPowerKw 0 when nobody said
 */
public record SiteDevice(String id, boolean enabled, String name, String profile, String type, String role, Wire wire,
        int slave, Duration pollInterval, Duration timeout, int retries, double ratedPowerKw) {
    public static final String OF_PROFILE = "profile";

    /** Bit that makes the number of ones even or odd. */
    public enum Parity {
        NONE, ODD, EVEN
    }

    /**
     * Where it is connected. Devices with the same wire share it.
     *
     * @param host and tcpPort when the connection is over the network
     * @param port and what follows when it is serial
     */
    public record Wire(Connection connection, String host, int tcpPort, String port, int baud, Parity parity,
            int stopBits, Rs485 rs485) {
        /** Names the wire: {@code host:port} or the serial port. */
        public String key() {
            return connection == Connection.SERIAL ? port : host + ":" + tcpPort;
        }
    }
}
