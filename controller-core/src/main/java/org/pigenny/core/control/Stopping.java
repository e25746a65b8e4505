// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.control;

import java.util.Optional;
import org.pigenny.core.model.EngineCommand;
import org.pigenny.core.model.EngineReport;
import org.pigenny.core.model.GeneratorState;

/** Load off, cooldown if it is owed, off, proven off. A new reason during the cooldown returns to load. */
final class Stopping {
    private Stopping() {}

    static GeneratorState next(Tick t, EngineReport engine) {
        return switch (Stage.of(engine.phase())) {
            case OFF -> Runs.ended(t);
            case FAULT -> ServerFault.running(t, engine);
            case UNKNOWN -> GeneratorState.UNKNOWN;
            case STOPPING -> GeneratorState.STOPPING;
            case COOLDOWN -> cooling(t);
            case STARTING, LOADED -> on(t, engine);
        };
    }

    private static GeneratorState cooling(Tick t) {
        Optional<Wish> wish = resumed(t);
        if (wish.isPresent()) {
            t.ask(EngineCommand.START);
        } else {
            t.drive = t.drive.settled();
        }
        return GeneratorState.STOPPING;
    }

    /** The stop has not had its effect yet, or the return to load has. */
    private static GeneratorState on(Tick t, EngineReport engine) {
        boolean returning = t.drive.asked().filter(command -> command == EngineCommand.START).isPresent();
        Optional<Wish> wish = resumed(t);
        Run run = t.run;
        if (!returning || wish.isEmpty() || run == null) {
            t.ask(EngineCommand.STOP);
            return GeneratorState.STOPPING;
        }
        Runs.resumed(t, run, wish.get());
        return Stage.of(engine.phase()).state();
    }

    private static Optional<Wish> resumed(Tick t) {
        return Wishes.toResume(t, Blocks.of(t));
    }
}
