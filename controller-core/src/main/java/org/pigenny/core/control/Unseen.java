// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.control;

import org.pigenny.core.model.EngineReport;
import org.pigenny.core.model.GeneratorState;

/** The relay server did not say what the engine does; now it does. Nothing is assumed from before but what was asked for. */
final class Unseen {
    private Unseen() {}

    static GeneratorState next(Tick t, EngineReport engine) {
        Stage stage = Stage.of(engine.phase());
        if (stage == Stage.UNKNOWN) {
            return GeneratorState.UNKNOWN;
        }
        if (t.run == null && stage.active()) {
            Runs.adopt(t, engine);
            return stage.state();
        }
        if (t.run == null) {
            return t.resting();
        }
        return known(t, stage);
    }

    /** A run was under way when the sight was lost. */
    private static GeneratorState known(Tick t, Stage stage) {
        Run run = t.run;
        boolean wasLoaded = run != null && run.loaded().isPresent();
        return switch (stage) {
            case OFF -> wasLoaded ? Runs.ended(t) : GeneratorState.STARTING;
            case FAULT -> wasLoaded ? GeneratorState.RUNNING : GeneratorState.STARTING;
            case STARTING, LOADED, COOLDOWN, STOPPING, UNKNOWN -> stage.state();
        };
    }
}
