// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.device.modbus;

import java.util.List;
import org.pigenny.core.model.Message;

/** How a request ended. */
public sealed interface Answer {
    /** The registers asked for, each 0 to 65535, in order. */
    record Words(List<Integer> words) implements Answer {
        public Words {
            words = List.copyOf(words);
        }
    }

    /** The write was acknowledged. That it took effect is another question. */
    record Written() implements Answer {}

    /** A Modbus exception. */
    record Refused(int code) implements Answer {
        public static final int FUNCTION = 1;
        public static final int ADDRESS = 2;
        public static final int VALUE = 3;
        public static final int FAILED = 4;
        public static final int BUSY = 6;
    }

    /** Nothing came in time. */
    record Silence() implements Answer {}

    /** Bytes came in time, but no answer to this request was among them. */
    record Garbled() implements Answer {}

    /** The line itself cannot be opened or has broken. */
    record NoLine(Message why) implements Answer {}
}
