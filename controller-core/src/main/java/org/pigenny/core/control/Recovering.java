// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.control;

import java.util.Optional;
import org.pigenny.core.model.EngineCommand;
import org.pigenny.core.model.EngineReport;
import org.pigenny.core.model.GeneratorState;

/** The engine died under load: first everything off, then a new start while the need persists. */
final class Recovering {
    private Recovering() {}

    static GeneratorState next(Tick t, EngineReport engine) {
        return switch (Stage.of(engine.phase())) {
            case OFF -> off(t, engine);
            case FAULT -> ServerFault.running(t, engine);
            case UNKNOWN -> GeneratorState.UNKNOWN;
            case STOPPING -> GeneratorState.ERROR_RECOVERY;
            case STARTING, LOADED, COOLDOWN -> {
                t.ask(EngineCommand.STOP);
                yield GeneratorState.ERROR_RECOVERY;
            }
        };
    }

    private static GeneratorState off(Tick t, EngineReport engine) {
        Optional<Wish> wish = Wishes.toKeep(t, Blocks.of(t));
        if (wish.isEmpty() || t.run == null) {
            return Runs.ended(t);
        }
        Runs.again(t, engine);
        return GeneratorState.STARTING;
    }
}
