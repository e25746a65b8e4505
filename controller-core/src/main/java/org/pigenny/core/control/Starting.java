// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.control;

import java.util.Optional;
import org.pigenny.core.model.EngineCommand;
import org.pigenny.core.model.EngineReport;
import org.pigenny.core.model.EngineReport.StartOutcome;
import org.pigenny.core.model.GeneratorState;
import org.pigenny.core.model.Message;

/** A run is asked for and the engine does not carry the load yet. One start request is one crank attempt. */
final class Starting {
    /** So many submissions that the server refused or never took are one failed attempt. */
    private static final int UNDELIVERED = 3;

    private Starting() {}

    static GeneratorState next(Tick t, EngineReport engine) {
        Stage stage = Stage.of(engine.phase());
        Optional<Wish> wish = Wishes.toKeep(t, Blocks.of(t));
        Run run = t.run;
        if (wish.isEmpty() || run == null) {
            return Runs.stop(t, engine);
        }
        Runs.served(t, run, wish.get());
        return switch (stage) {
            case STARTING, COOLDOWN, STOPPING -> GeneratorState.STARTING;
            case LOADED -> loaded(t);
            case FAULT -> ServerFault.running(t, engine);
            case UNKNOWN -> GeneratorState.UNKNOWN;
            case OFF -> off(t, engine, run);
        };
    }

    private static GeneratorState loaded(Tick t) {
        Runs.loaded(t);
        return GeneratorState.RUNNING;
    }

    /** Not taken yet, failed, or pre-empted by somebody. */
    private static GeneratorState off(Tick t, EngineReport engine, Run run) {
        boolean taken = engine.runId() != run.idBefore();
        if (taken && engine.lastStart() == StartOutcome.FAILED) {
            return failed(t, engine,
                    engine.fault().isPresent() ? ServerFault.words(engine) : Message.of("start.failed"));
        }
        if (taken && engine.lastStart() == StartOutcome.PREEMPTED) {
            return preempted(t, engine);
        }
        if (t.drive.tries() >= UNDELIVERED && t.drive.due(EngineCommand.START, engine.takenAtNanos())) {
            return failed(t, engine, Runs.notTaken(t));
        }
        t.ask(EngineCommand.START);
        return GeneratorState.STARTING;
    }

    private static GeneratorState preempted(Tick t, EngineReport engine) {
        if (ServerFault.LEASE.in(engine)) {
            Runs.again(t, engine);
            return GeneratorState.STARTING;
        }
        return Runs.stoppedElsewhere(t);
    }

    private static GeneratorState failed(Tick t, EngineReport engine, Message why) {
        return Runs.failed(t, engine, why) ? Runs.ended(t) : GeneratorState.STARTING;
    }
}
