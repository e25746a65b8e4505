// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.control;

import java.time.Duration;
import java.util.Optional;
import org.pigenny.core.model.EngineCommand;
import org.pigenny.core.model.EngineReport;
import org.pigenny.core.model.GeneratorState;

/** The engine is off and may be started. */
final class Idle {
    /** An engine that comes up this soon after a start of ours which nobody wants any more is not somebody else's. */
    private static final Duration LATE_START = Duration.ofSeconds(60);

    private Idle() {}

    static GeneratorState next(Tick t, EngineReport engine) {
        Stage stage = Stage.of(engine.phase());
        if (stage == Stage.UNKNOWN) {
            return GeneratorState.UNKNOWN;
        }
        if (t.resting() != GeneratorState.IDLE) {
            return t.resting();
        }
        if (stage == Stage.FAULT) {
            return ServerFault.idle(t, engine);
        }
        if (stage.active()) {
            return appeared(t, engine, stage);
        }
        t.holds = t.holds.settled();
        t.drive = t.drive.settled();
        Optional<Wish> wish = Wishes.toStart(t, Blocks.of(t));
        if (wish.isEmpty()) {
            return GeneratorState.IDLE;
        }
        Runs.begin(t, wish.get(), engine);
        return GeneratorState.STARTING;
    }

    /** Somebody else started the engine: the run is theirs. A late start of ours is stopped. */
    private static GeneratorState appeared(Tick t, EngineReport engine, Stage stage) {
        if (t.drive.startedLately(t.nanos(), LATE_START)) {
            t.ask(EngineCommand.STOP);
            return GeneratorState.IDLE;
        }
        Runs.adoptForeign(t, engine);
        return stage.state();
    }
}
