// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.model;

import java.util.List;

/** Raw registers of the inverter, for commissioning. Asked through whoever owns the port, so that nobody else needs it. */
public interface RegisterPort {
    /** What came back. */
    sealed interface Answer {
        record Words(List<Integer> words) implements Answer {
            public Words {
                words = List.copyOf(words);
            }
        }

        /** A Modbus exception. */
        record Refused(int code) implements Answer {}

        record Nothing() implements Answer {}

        record NoLine(Message why) implements Answer {}
    }

    /**
     * Reads registers; waits its turn on the bus.
     *
     * @param holding holding registers (function 03), else input registers (04)
     * @param start first register, from 0
     * @param count 1 to 125
     */
    Answer registers(boolean holding, int start, int count) throws InterruptedException;
}
