// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.control;

import java.util.List;
import org.pigenny.core.control.forecast.Forecaster;
import org.pigenny.core.model.ChargeProof.Verdict;
import org.pigenny.core.model.Command;
import org.pigenny.core.model.EngineCommand;
import org.pigenny.core.model.EnginePhase;
import org.pigenny.core.model.GeneratorState;
import org.pigenny.core.model.Outcome;
import org.pigenny.core.model.PlantSnapshot;
import org.pigenny.core.model.settings.GeneratorSettings;

/** When the generator runs. Pure: the same inputs give the same decisions, bit for bit, at any speed. */
public final class Generator {
    private Generator() {}

    /**
     * One decision. Called once a second of plant time.
     *
     * @param requests what people asked since the last tick
     */
    public static Step tick(Memory memory, PlantSnapshot now, GeneratorSettings settings, List<Request> requests) {
        Tick t = new Tick(memory, now, settings);
        Observation.take(t);
        List<Outcome> answers = Requests.apply(t, requests);
        Turns.take(t);
        GeneratorState before = t.state;
        t.state = advance(t);
        if (t.state != before && (t.state == GeneratorState.ERROR || t.state == GeneratorState.LOCKED_OUT)) {
            t.dropWishes();
        }
        List<Block> blocks = Blocks.of(t);
        Alarms.look(t, blocks);
        t.forecaster = t.forecaster.next(t.sample, situation(t));
        return new Step(t.memory(), Reporter.report(t, blocks), t.actions, t.events, answers);
    }

    /** What {@link #tick} would answer to this command now. */
    public static Outcome judge(Memory memory, PlantSnapshot now, GeneratorSettings settings, Command command) {
        return Judge.judge(new Tick(memory, now, settings), command);
    }

    private static Forecaster.Situation situation(Tick t) {
        boolean charging = t.stage() != Stage.OFF || t.charge.verdict() == Verdict.CHARGING;
        double start = t.quiet ? t.settings.soc().quietStart() : t.settings.soc().start();
        return new Forecaster.Situation(t.now.wall(), t.now.zone(), start,
                t.charge.learner().whPerPct(t.settings.chargeProof().whPerSocPct()), charging);
    }

    private static GeneratorState advance(Tick t) {
        if (t.engine.filter(engine -> engine.phase() != EnginePhase.UNKNOWN).isEmpty()) {
            return unseen(t);
        }
        GeneratorState next = Handler.of(t.state).next(t, t.engine.get());
        // What was only now seen is acted upon at once.
        return t.state == GeneratorState.UNKNOWN && next != GeneratorState.UNKNOWN
                ? act(t, next)
                : next;
    }

    private static GeneratorState act(Tick t, GeneratorState state) {
        t.state = state;
        return Handler.of(state).next(t, t.engine.orElseThrow());
    }

    /** Nobody knows what the engine does. A run that nothing asks for any more is stopped all the same. */
    private static GeneratorState unseen(Tick t) {
        if (t.run == null) {
            return t.resting() == GeneratorState.IDLE ? GeneratorState.UNKNOWN : t.resting();
        }
        if (Wishes.toKeep(t, Blocks.of(t)).isEmpty()) {
            t.ask(EngineCommand.STOP);
        }
        return GeneratorState.UNKNOWN;
    }
}
