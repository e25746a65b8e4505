// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.control;

import java.util.Optional;
import org.pigenny.core.model.EngineReport;
import org.pigenny.core.model.GeneratorState;

/** The engine carries the load. */
final class Running {
    private Running() {}

    static GeneratorState next(Tick t, EngineReport engine) {
        Stage stage = Stage.of(engine.phase());
        Run run = t.run;
        if (run == null) {
            return GeneratorState.UNKNOWN;
        }
        if (stage == Stage.FAULT) {
            return ServerFault.running(t, engine);
        }
        t.drive = t.drive.look(stage != Stage.LOADED || engine.running().orElse(true), t.nanos());
        if (t.drive.dead() || ServerFault.stalled(engine, stage)) {
            return Runs.died(t, engine);
        }
        Optional<Wish> wish = Wishes.toKeep(t, Blocks.of(t));
        if (wish.isEmpty()) {
            return Runs.stop(t, engine);
        }
        Runs.served(t, run, wish.get());
        return switch (stage) {
            case LOADED -> GeneratorState.RUNNING;
            case STARTING -> GeneratorState.STARTING;
            case COOLDOWN, STOPPING -> unloaded(t, engine);
            case OFF -> Runs.stoppedElsewhere(t);
            case UNKNOWN -> GeneratorState.UNKNOWN;
            case FAULT -> GeneratorState.ERROR;
        };
    }

    /** The server took the load off by itself: nobody renewed the lease, or somebody stopped it there. */
    private static GeneratorState unloaded(Tick t, EngineReport engine) {
        if (!ServerFault.LEASE.in(engine)) {
            Runs.heedForeignStop(t);
        }
        return GeneratorState.STOPPING;
    }
}
