// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.control;

import org.pigenny.core.control.condition.Finding;
import org.pigenny.core.model.EngineReport;
import org.pigenny.core.model.Event.Kind;
import org.pigenny.core.model.Message;
import org.pigenny.core.model.Severity;

/** What time alone brings about, whatever the engine does: ends of manual runs, the run limit, external AC. */
final class Turns {
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
        limit(t);
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
