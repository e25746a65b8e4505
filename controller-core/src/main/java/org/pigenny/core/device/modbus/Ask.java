// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.device.modbus;

import java.util.List;

/** One request to a slave. Addresses are those on the wire, from 0. */
public sealed interface Ask {
    /** 0 to 247; 0 is the broadcast address, which some devices answer all the same (inverter.md, quirk 5). */
    int slave();

    /** Modbus function code. */
    int function();

    /** @param count 1 to 125 */
    record Read(int slave, Table table, int start, int count) implements Ask {
        public Read {
            requireSlave(slave);
            requireSpan(start, count, 125);
        }

        @Override
        public int function() {
            return table.function();
        }
    }

    /** Function 06. */
    record WriteOne(int slave, int address, int value) implements Ask {
        public WriteOne {
            requireSlave(slave);
            requireSpan(address, 1, 1);
            requireWord(value);
        }

        @Override
        public int function() {
            return 6;
        }
    }

    /** Function 16, 1 to 123 registers. */
    record WriteMany(int slave, int address, List<Integer> values) implements Ask {
        public WriteMany {
            values = List.copyOf(values);
            requireSlave(slave);
            requireSpan(address, values.size(), 123);
            values.forEach(Ask::requireWord);
        }

        @Override
        public int function() {
            return 16;
        }
    }

    private static void requireSlave(int slave) {
        if (slave < 0 || slave > 247) {
            throw new IllegalArgumentException("slave " + slave + " is not within 0 to 247");
        }
    }

    private static void requireSpan(int start, int count, int most) {
        if (start < 0 || count < 1 || count > most || start + count > 65_536) {
            throw new IllegalArgumentException(
                    "registers " + start + " +" + count + ": 1 to " + most + " within 0 to 65535");
        }
    }

    private static void requireWord(int value) {
        if (value < 0 || value > 0xFFFF) {
            throw new IllegalArgumentException("register value " + value + " is not within 0 to 65535");
        }
    }
}
