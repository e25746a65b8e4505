// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.device.line;

import org.pigenny.core.model.settings.InverterSettings.Rs485;

/**
 * How to open a serial port; always 8 data bits.
 *
 * @param port path, also a link such as {@code /dev/serial/by-id/…}: it is followed anew at each opening
 * @param baud bits per second, 300 to 921600
 * @param parity none unless the device wants another
 * @param stopBits 1 or 2
 */
public record SerialSettings(String port, int baud, Parity parity, int stopBits, Rs485 rs485) {
    public enum Parity {
        NONE, ODD, EVEN
    }

    public SerialSettings {
        if (baud < 300 || baud > 921_600) {
            throw new IllegalArgumentException("baud " + baud + " is not within 300 to 921600");
        }
        if (stopBits < 1 || stopBits > 2) {
            throw new IllegalArgumentException("stop bits " + stopBits + " are neither 1 nor 2");
        }
    }

    public static SerialSettings plain(String port, int baud, Rs485 rs485) {
        return new SerialSettings(port, baud, Parity.NONE, 1, rs485);
    }
}
