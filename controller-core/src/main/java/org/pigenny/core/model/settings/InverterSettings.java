// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.model.settings;

import java.time.Duration;

/** `[inverter]` */
public record InverterSettings(String profile, Connection connection, String port, int baud, int slave,
        Duration timeout,
        int retries, int maxRegisters, Rs485 rs485, String host, int tcpPort) {
    public enum Connection {
        SERIAL, TCP, RTU_OVER_TCP
    }

    /** RS-485 direction control by the kernel driver; delays in µs (toolchain.md says why both are 0). */
    public record Rs485(boolean mode, boolean activeHigh, int delayBeforeMicros, int delayAfterMicros) {}

    public static InverterSettings defaults() {
        return new InverterSettings("luxpower", Connection.SERIAL, "/dev/ttySC1", 19200, 1, Duration.ofSeconds(1), 1,
                20,
                new Rs485(true, true, 0, 0), "", 502);
    }
}
