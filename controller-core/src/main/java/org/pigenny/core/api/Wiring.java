// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.api;

import java.time.Duration;
import org.pigenny.core.model.Outcome;

/**
 * Relays and inputs in one's hand, through the relay server's maintenance mode and under its hard limits. Whatever ends it,
 * all relays are off: closing it, a lost connection, the end of the process (the server sees its client leave).
 */
public interface Wiring extends AutoCloseable {
    /** One thing to try. */
    sealed interface Item permits Relay, Input {
        /** Its name in words, reports and answers files. */
        String name();

        /** Number of the terminal on the board, from 1. */
        int terminal();

        /** Its bit in the board's masks: terminal 1 is the lowest. */
        default int bit() {
            return 1 << (terminal() - 1);
        }
    }

    /** In the order of the check: the starter last. */
    enum Relay implements Item {
        IGN(4), GLOW(3), CHARGER(2), START(1);

        private final int terminal;

        Relay(int terminal) {
            this.terminal = terminal;
        }

        @Override
        public int terminal() {
            return terminal;
        }
    }

    enum Input implements Item {
        RUNNING(1), IGNITION(2), STARTER(4);

        private final int terminal;

        Input(int terminal) {
            this.terminal = terminal;
        }

        @Override
        public int terminal() {
            return terminal;
        }
    }

    /** Switches one relay on for a moment and off again, and reads both back. */
    Outcome pulse(Relay relay) throws InterruptedException;

    /** Waits until somebody operates this input and no other, and until it is let go again. */
    Outcome watch(Input input, Duration atMost) throws InterruptedException;

    /** Lets go: all relays off, maintenance mode left. */
    @Override
    void close();
}
