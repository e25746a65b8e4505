// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.device.modbus;

import com.ghgande.j2mod.modbus.util.ModbusUtil;
import java.util.Arrays;

/** The check sum at the end of an RTU frame, low byte first. */
public final class Crc {
    public static final int LENGTH = 2;

    private Crc() {}

    /** Whether the bytes end with the check sum of those before. */
    public static boolean fits(byte[] bytes, int from, int length) {
        if (length <= LENGTH) {
            return false;
        }
        int end = from + length;
        // The last parameter is called a length there, but is the index of the end.
        int[] crc = ModbusUtil.calculateCRC(bytes, from, end - LENGTH);
        return (bytes[end - 2] & 0xFF) == crc[0] && (bytes[end - 1] & 0xFF) == crc[1];
    }

    public static byte[] append(byte[] bytes) {
        int[] crc = ModbusUtil.calculateCRC(bytes, 0, bytes.length);
        byte[] whole = Arrays.copyOf(bytes, bytes.length + LENGTH);
        whole[bytes.length] = (byte) crc[0];
        whole[bytes.length + 1] = (byte) crc[1];
        return whole;
    }
}
