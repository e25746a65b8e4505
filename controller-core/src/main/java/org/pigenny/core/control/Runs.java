// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.control;

import java.util.Optional;
import java.util.OptionalLong;
import org.pigenny.core.control.condition.Finding;
import org.pigenny.core.control.condition.Truth;
import org.pigenny.core.model.EngineAnswer;
import org.pigenny.core.model.EngineCommand;
import org.pigenny.core.model.EngineReport;
import org.pigenny.core.model.Event.Kind;
import org.pigenny.core.model.GeneratorState;
import org.pigenny.core.model.Message;
import org.pigenny.core.model.Origin;
import org.pigenny.core.model.RunReason;
import org.pigenny.core.model.Severity;

/** The life of a run: what happens at its beginning, its turns and its end. */
final class Runs {
    private static final Origin ELSEWHERE = new Origin("relay server");

    private Runs() {}

    static void begin(Tick t, Wish wish, EngineReport engine) {
        t.run = Run.asked(wish, new Run.Begun(t.nanos(), t.now.wall(), t.in.soc(), false), engine.runId());
        t.book = t.book.with(t.book.tally().started(!wish.manual()));
        t.event(Kind.GENERATOR, Severity.INFO, Message.of("event.start", Words.reason(wish.reason())), wish.origin());
        t.ask(EngineCommand.START);
    }

    /** Another attempt of the same run. */
    static void again(Tick t, EngineReport engine) {
        if (t.run != null) {
            t.run = t.run.again(engine.runId());
        }
        t.drive = t.drive.settled();
        t.ask(EngineCommand.START);
    }

    static void countFailure(Tick t) {
        t.trouble = t.trouble.failures(t.trouble.failures() + 1);
        t.book = t.book.with(t.book.tally().failed());
    }

    /** A crank attempt has failed; tells whether it was the last one. */
    static boolean failed(Tick t, EngineReport engine, Message why) {
        countFailure(t);
        int failures = t.trouble.failures();
        t.event(Kind.ENGINE, Severity.MAJOR, Message.of("event.start_failed", failures, why));
        if (failures >= t.settings.maxStartAttempts() || engine.lockedOut()) {
            t.fail("G-102", Message.of("error.starts", failures, why), true);
            return true;
        }
        again(t, engine);
        return false;
    }

    /** Why the server has not taken our start, as far as it said. */
    static Message notTaken(Tick t) {
        return refusal(t).map(text -> Message.of("start.refused", text)).orElse(Message.of("start.not_taken"));
    }

    private static Optional<String> refusal(Tick t) {
        return t.now.answer()
                .filter(answer -> answer.command().starts() && !answer.accepted()
                        && t.drive.startAt().isPresent() && answer.atNanos() >= t.drive.startAt().getAsLong())
                .map(EngineAnswer::text);
    }

    static void loaded(Tick t) {
        Run run = t.run;
        if (run == null) {
            return;
        }
        if (!run.recovering()) {
            t.trouble = t.trouble.failures(0);
        }
        t.run = run.seenLoaded(t.nanos());
        t.drive = t.drive.settled();
        t.event(Kind.GENERATOR, Severity.INFO, Message.of("event.loaded"));
    }

    /** The reason that asks now; the shown one follows. */
    static void served(Tick t, Run run, Wish wish) {
        if (run.reason() != wish.reason()) {
            t.run = run.servedBy(wish);
            t.event(Kind.GENERATOR, Severity.INFO, Message.of("event.reason", Words.reason(wish.reason())),
                    wish.origin());
        }
    }

    static void resumed(Tick t, Run run, Wish wish) {
        t.run = run.servedBy(wish);
        t.drive = t.drive.settled();
        t.event(Kind.GENERATOR, Severity.INFO, Message.of("event.resumed", Words.reason(wish.reason())), wish.origin());
    }

    /** Ends the run: at once after a shutdown alarm, else through the cooldown if it is owed. */
    static GeneratorState stop(Tick t, EngineReport engine) {
        Run run = t.run;
        if (run != null && run.ending().isEmpty()) {
            Message why = Words.stopReason(t, Blocks.of(t));
            t.run = run.ending(why);
            t.event(Kind.GENERATOR, Severity.INFO, Message.of("event.stop", why));
        }
        t.ask(EngineCommand.STOP);
        return GeneratorState.STOPPING;
    }

    /** Proven off, or nothing more can come of it. */
    static GeneratorState ended(Tick t) {
        if (t.run != null) {
            t.event(Kind.GENERATOR, Severity.INFO, Message.of("event.off"));
        }
        if (t.run != null && t.run.loaded().isPresent() && t.trouble.error().isEmpty()) {
            t.trouble = t.trouble.failures(0);
        }
        t.run = null;
        t.holds = t.holds.engineOff(t.nanos());
        t.drive = t.drive.settled();
        return t.resting();
    }

    /** The engine stands still although it should carry the load. A run that died before has failed once more. */
    static GeneratorState died(Tick t, EngineReport engine) {
        Run run = t.run;
        t.event(Kind.ENGINE, Severity.MAJOR, Message.of("event.died"));
        if (run != null && run.recovering()) {
            countFailure(t);
            if (t.trouble.failures() >= t.settings.maxStartAttempts()) {
                t.fail("G-102", Message.of("error.starts", t.trouble.failures(), Message.of("fault.STALLED")), true);
                t.ask(EngineCommand.STOP);
                return GeneratorState.STOPPING;
            }
        }
        if (run != null) {
            t.run = run.died();
        }
        t.drive = t.drive.settled();
        t.ask(EngineCommand.STOP);
        return GeneratorState.ERROR_RECOVERY;
    }

    static GeneratorState stoppedElsewhere(Tick t) {
        heedForeignStop(t);
        return ended(t);
    }

    /** Whoever stands at the generator and stops it wants it off: the same as a stop on the screen. */
    static void heedForeignStop(Tick t) {
        t.event(Kind.GENERATOR, Severity.WARNING, Message.of("event.stopped_elsewhere"), ELSEWHERE);
        t.dropWishes();
        t.holds = t.holds.stopped(t.in(t.settings.manualStopHold()));
        if (t.run != null) {
            t.run = t.run.ending(Message.of("stop.elsewhere"));
        }
    }

    /** Started by somebody else while we were idle: a run by hand until it is stopped, under the run limit. */
    static void adoptForeign(Tick t, EngineReport engine) {
        t.manual = new ManualRun(ManualRun.Kind.UNTIL_STOPPED, OptionalLong.empty(), ELSEWHERE);
        take(t, engine, new Wish(RunReason.MANUAL, ELSEWHERE));
    }

    /**
     * A running engine found at start-up. It goes on as the first condition whose stop value is not met; without one, or
     * without automatic starts, as a run by hand.
     */
    static void adopt(Tick t, EngineReport engine) {
        Optional<Finding> reason = t.findings.stream()
                .filter(finding -> !finding.stopDone()
                        && finding.stop() != Truth.YES)
                .findFirst();
        if (!t.settings.autostart() || t.findings.isEmpty()) {
            adoptForeign(t, engine);
            return;
        }
        reason.ifPresent(found -> t.findings = t.findings.stream()
                .map(finding -> finding.reason() == found.reason() ? finding.closed() : finding)
                .toList());
        take(t, engine, new Wish(reason.map(Finding::reason).orElse(RunReason.SOC), Wishes.AUTOMATIC));
    }

    private static void take(Tick t, EngineReport engine, Wish wish) {
        long running = t.nanos() - engine.runFor().toNanos();
        Run run = Run.asked(wish, new Run.Begun(running, t.wallAt(running), t.in.soc(), true), engine.runId());
        if (engine.running().orElse(false)) {
            run = run.seenRunning(running);
        }
        t.run = Stage.of(engine.phase()) == Stage.LOADED ? run.seenLoaded(t.nanos()) : run;
        t.event(Kind.GENERATOR, Severity.WARNING, Message.of("event.adopted", engine.runFor()));
    }
}
