// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.control;

import org.pigenny.core.model.EngineReport;
import org.pigenny.core.model.GeneratorState;

/** What the controller does in one of its states, and which state comes next. */
interface Handler {
    GeneratorState next(Tick t, EngineReport engine);

    static Handler of(GeneratorState state) {
        return switch (state) {
            case IDLE -> Idle::next;
            case STARTING -> Starting::next;
            case RUNNING -> Running::next;
            case STOPPING -> Stopping::next;
            case ERROR_RECOVERY -> Recovering::next;
            case ERROR -> Failed::next;
            case LOCKED_OUT -> LockedOut::next;
            case UNKNOWN -> Unseen::next;
        };
    }
}
