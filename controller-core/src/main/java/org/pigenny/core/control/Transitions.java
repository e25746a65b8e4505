// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.control;

import static org.pigenny.core.model.GeneratorState.ERROR;
import static org.pigenny.core.model.GeneratorState.ERROR_RECOVERY;
import static org.pigenny.core.model.GeneratorState.IDLE;
import static org.pigenny.core.model.GeneratorState.LOCKED_OUT;
import static org.pigenny.core.model.GeneratorState.RUNNING;
import static org.pigenny.core.model.GeneratorState.STARTING;
import static org.pigenny.core.model.GeneratorState.STOPPING;
import static org.pigenny.core.model.GeneratorState.UNKNOWN;

import java.util.EnumSet;
import java.util.Set;
import org.pigenny.core.model.GeneratorState;

/** The edges of the controller's state machine; docs/control.md draws the same ones, and a test compares them. */
final class Transitions {
    private Transitions() {}

    /** Where one tick may lead to from a state. */
    static Set<GeneratorState> from(GeneratorState state) {
        return switch (state) {
            case IDLE -> EnumSet.of(STARTING, RUNNING, STOPPING, ERROR, LOCKED_OUT, UNKNOWN);
            case STARTING -> EnumSet.of(RUNNING, STOPPING, IDLE, ERROR, LOCKED_OUT, UNKNOWN);
            case RUNNING -> EnumSet.of(STARTING, STOPPING, ERROR_RECOVERY, IDLE, ERROR, LOCKED_OUT, UNKNOWN);
            case STOPPING -> EnumSet.of(STARTING, RUNNING, IDLE, ERROR, LOCKED_OUT, UNKNOWN);
            case ERROR_RECOVERY -> EnumSet.of(STARTING, IDLE, ERROR, LOCKED_OUT, UNKNOWN);
            case ERROR -> EnumSet.of(IDLE, LOCKED_OUT);
            case LOCKED_OUT -> EnumSet.of(IDLE, ERROR, UNKNOWN);
            case UNKNOWN -> EnumSet.of(IDLE, STARTING, RUNNING, STOPPING, ERROR_RECOVERY, ERROR, LOCKED_OUT);
        };
    }

    /** Whether one tick may lead from one to the other; staying is always allowed. */
    static boolean allowed(GeneratorState from, GeneratorState to) {
        return from == to || from(from).contains(to);
    }
}
