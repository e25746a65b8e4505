// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.control;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalDouble;
import org.pigenny.core.control.condition.Finding;
import org.pigenny.core.control.proof.Load;
import org.pigenny.core.control.upkeep.Exercise;
import org.pigenny.core.model.EngineCommand;
import org.pigenny.core.model.EngineReport;
import org.pigenny.core.model.Event.Kind;
import org.pigenny.core.model.Message;
import org.pigenny.core.model.Severity;
import org.pigenny.core.model.settings.GeneratorSettings;

/** What time alone brings about, whatever the engine does: ends of manual runs, the run limit, external AC. */
final class Turns {
    /** "Full" of an exercise run (generator-control.md 2). */
    private static final double FULL_SOC = 98;
    private static final double FULL_BELOW_W = 500;

    private Turns() {}

    static void take(Tick t) {
        see(t);
        if (t.settings.stopWhenExternalAc() && t.in.externalAc().orElse(false)) {
            t.clearLatches();
        }
        if (t.manual != null && over(t, t.manual)) {
            t.manual = null;
            t.event(Kind.GENERATOR, Severity.INFO, Message.of("event.manual_over"));
        }
        exercise(t);
        limit(t);
        proof(t);
    }

    private static void exercise(Tick t) {
        GeneratorSettings.Exercise settings = t.settings.exercise();
        Exercise exercise = t.book.exercise();
        Duration engine = t.book.tally().total().engine();
        Optional<LocalDate> due = exercise.due(settings, t.now.wall(), t.now.zone());
        if (due.isPresent()) {
            exercise = due(t, exercise, due.get(), engine);
        }
        if (exercise.active()) {
            OptionalDouble power = t.charge.watch().evidence().balance();
            exercise = exercise.sawFull(t.charge.load().isPresent() && power.isPresent()
                    && power.getAsDouble() < FULL_BELOW_W, t.nanos());
            boolean full = t.in.soc().isPresent() && t.in.soc().getAsDouble() >= FULL_SOC;
            exercise = exercise.over(settings, full, t.nanos()) ? exercise.ended() : exercise;
        }
        t.book = t.book.with(exercise);
    }

    private static Exercise due(Tick t, Exercise exercise, LocalDate date, Duration engine) {
        if (exercise.skips(t.settings.exercise(), engine)) {
            t.event(Kind.GENERATOR, Severity.INFO, Message.of("event.exercise_skipped"));
            return exercise.skipped(date, engine);
        }
        if (!Wishes.exerciseMay(t, Blocks.of(t))) {
            t.event(Kind.GENERATOR, Severity.WARNING, Message.of("event.exercise_missed"));
            return exercise.missed(date);
        }
        return exercise.begun(date, engine, t.in(t.settings.exercise().duration()));
    }

    /** Loaded for long without proof: the charger relay is cycled once; still none: unload, cool down, stop. */
    private static void proof(Tick t) {
        GeneratorSettings.Proof settings = t.settings.chargeProof();
        Optional<Load> load = t.charge.load();
        if (!settings.enabled() || load.isEmpty() || !t.charge.watch().withoutProof() || t.stage() != Stage.LOADED) {
            return;
        }
        Duration waiting = load.get().waiting(t.nanos());
        if (waiting.compareTo(settings.giveUpAfter()) >= 0) {
            t.fail("G-108", Message.of("error.no_charge", waiting), false);
        } else if (waiting.compareTo(settings.alarmAfter()) >= 0 && !load.get().cycled()) {
            t.charge = t.charge.cycled();
            t.actions.add(EngineCommand.CYCLE_CHARGER);
            t.event(Kind.GENERATOR, Severity.WARNING, Message.of("event.charger_cycled", waiting));
        }
    }

    /** The engine was seen running: from then on the limits count. */
    private static void see(Tick t) {
        Run run = t.run;
        if (run != null && t.engine.filter(engine -> engine.running().orElse(false)).isPresent()) {
            EngineReport engine = t.engine.get();
            t.run = run.seenRunning(Math.max(run.begun().nanos(), t.nanos() - engine.runFor().toNanos()));
        }
    }

    private static boolean over(Tick t, ManualRun manual) {
        return switch (manual.kind()) {
            case UNTIL_STOPPED -> false;
            case TIMED -> manual.until().isPresent() && t.nanos() >= manual.until().getAsLong();
            case UNTIL_AUTO -> t.findings.stream().allMatch(Finding::stopDone);
        };
    }

    private static void limit(Tick t) {
        Run run = t.run;
        if (run == null || run.limited() || run.ending().isPresent() || !Blocks.limitReached(t)) {
            return;
        }
        Message far = Words.howFar(t);
        t.run = run.limitReached(Message.of("stop.limit", t.settings.maxRun(), far));
        t.holds = t.holds.limited(t.in(t.settings.restAfterLimit()));
        t.dropWishes();
        t.event(Kind.GENERATOR, Severity.WARNING, Message.of("event.limit", t.settings.maxRun(), far));
    }
}
