// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.control;

import org.pigenny.core.model.EngineCommand;
import org.pigenny.core.model.EngineReport;
import org.pigenny.core.model.GeneratorState;

/** Service mode, fuel lock or emergency stop: nothing starts until it ends. */
final class LockedOut {
    private LockedOut() {}

    static GeneratorState next(Tick t, EngineReport engine) {
        // An emergency stop that did not reach the server is asked for until it has.
        if (t.trouble.emergencyStop().isPresent() && Stage.of(engine.phase()).active()) {
            t.ask(EngineCommand.EMERGENCY_STOP);
        } else {
            Barred.watch(t, engine);
        }
        return t.resting();
    }
}
