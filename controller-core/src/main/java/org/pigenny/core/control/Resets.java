// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.control;

import java.util.Optional;
import org.pigenny.core.model.EngineCommand;
import org.pigenny.core.model.EngineReport;
import org.pigenny.core.model.Event.Kind;
import org.pigenny.core.model.Message;
import org.pigenny.core.model.Origin;
import org.pigenny.core.model.Outcome;
import org.pigenny.core.model.Severity;

/** A reset needs the cause to be gone, clears the server's lock-out too, and starts nothing. */
final class Resets {
    private Resets() {}

    /** What a reset would answer; empty when there is no error to reset. */
    static Optional<Outcome> permit(Tick t) {
        return needed(t) ? Optional.of(judge(t)) : Optional.empty();
    }

    private static boolean needed(Tick t) {
        return t.trouble.error().isPresent() || t.trouble.emergencyStop().isPresent();
    }

    static Outcome judge(Tick t) {
        if (!needed(t)) {
            return t.holds.any()
                    ? new Outcome.Accepted(Message.of("accepted.end_hold"))
                    : new Outcome.Refused(Message.of("refused.nothing_to_reset"));
        }
        if (t.engine.isEmpty()) {
            return new Outcome.Refused(Message.of("refused.reset_relay"));
        }
        EngineReport engine = t.engine.get();
        if (engine.inputs().isEmpty()) {
            return new Outcome.Refused(Message.of("refused.reset_blind"));
        }
        return causeGone(engine)
                ? new Outcome.Accepted(Message.of("accepted.reset"))
                : new Outcome.Refused(Message.of("refused.reset_cause", engine.inputs().getAsInt()));
    }

    /** The server is reachable and all inputs read 0 (generator-control.md 1). */
    static boolean causeGone(EngineReport engine) {
        return engine.inputs().isPresent() && engine.inputs().getAsInt() == 0;
    }

    static void apply(Tick t, Origin origin) {
        if (needed(t)) {
            t.actions.add(EngineCommand.RESET);
            t.drive = t.drive.resetSubmitted(t.nanos());
            t.event(Kind.OPERATOR, Severity.INFO, Message.of("event.reset"), origin);
        }
        t.trouble = t.trouble.reset();
        t.holds = t.holds.ended();
        t.alarms = t.alarms.reset();
        t.dropWishes();
    }
}
