// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.control;

import java.util.List;
import java.util.Optional;
import org.pigenny.core.control.condition.Finding;
import org.pigenny.core.control.condition.Truth;
import org.pigenny.core.model.EngineCommand;
import org.pigenny.core.model.Forecast;
import org.pigenny.core.model.Message;
import org.pigenny.core.model.RunReason;

/** The whole in one or two plain sentences, without a running countdown. */
final class Sentence {
    private Sentence() {}

    static Message of(Tick t, List<Block> blocks) {
        return switch (t.state) {
            case UNKNOWN -> Message.of("why.unknown");
            case ERROR -> t.trouble.error()
                    .map(failure -> Message.of("why.error", failure.text(), failure.code()))
                    .orElse(Message.of("why.error", Message.of("fault.other", "")));
            case LOCKED_OUT -> Message.of("why.locked_out", lock(blocks));
            case STARTING -> starting(t);
            case RUNNING -> Message.of("why.running", asked(t));
            case STOPPING -> stopping(t, blocks);
            case ERROR_RECOVERY -> Message.of("why.recovery");
            case IDLE -> idle(t, blocks);
        };
    }

    private static Message starting(Tick t) {
        int attempt = t.run == null ? 1 : t.run.attempt();
        return attempt > 1
                ? Message.of("why.starting_again", attempt, t.settings.maxStartAttempts(), asked(t))
                : Message.of("why.starting", asked(t));
    }

    private static Message stopping(Tick t, List<Block> blocks) {
        if (t.drive.asked().filter(command -> command == EngineCommand.START).isPresent()) {
            // The run is still that of the old reason; the load goes back on for the new one.
            RunReason reason = Wishes.toResume(t, blocks).map(Wish::reason).orElseGet(() -> reason(t));
            return Message.of("why.resuming", asked(t, reason));
        }
        Optional<Message> ending = Optional.ofNullable(t.run).flatMap(Run::ending);
        return Message.of("why.stopping", ending.orElseGet(() -> t.engine.filter(e -> e.fault().isPresent())
                .map(ServerFault::words)
                .orElse(Message.of("stop.no_need"))));
    }

    private static Message lock(List<Block> blocks) {
        return blocks.isEmpty() ? Message.of("stop.no_need") : blocks.get(0).text();
    }

    /** What asks for the run. */
    private static Message asked(Tick t) {
        return asked(t, reason(t));
    }

    private static RunReason reason(Tick t) {
        return t.run == null ? RunReason.NONE : t.run.reason();
    }

    private static Message asked(Tick t, RunReason reason) {
        if (t.manual != null) {
            return Explanation.manual(t, t.manual);
        }
        if (t.book.exercise().active() && reason == RunReason.EXERCISE) {
            return Message.of("why.exercise");
        }
        return t.finding(reason)
                .filter(Finding::keeps)
                .map(finding -> finding.known() ? Words.holds(finding, t) : Words.condition("unknown", finding))
                .orElse(reason == RunReason.DATA_LOSS ? Message.of("why.data_loss") : Message.of("why.minimum_run"));
    }

    private static Message idle(Tick t, List<Block> blocks) {
        Optional<Finding> asking = asking(t);
        if (asking.isPresent()) {
            return Message.of("why.blocked", Words.reason(asking.get().reason()), lock(blocks));
        }
        Message first = t.findings.isEmpty()
                ? Message.of("why.nothing_enabled")
                : quiet(t.findings.getFirst());
        if (blocks.isEmpty() && t.forecaster.shown() instanceof Forecast.Expected expected) {
            Optional<Message> next = Next.of(t, expected);
            first = next.isPresent() ? Message.of("why.expected", first, next.get()) : first;
        }
        return blocks.isEmpty()
                ? Message.of("why.idle", first)
                : Message.of("why.idle_blocked", first, blocks.get(0).text());
    }

    private static Optional<Finding> asking(Tick t) {
        for (Finding finding : t.findings) {
            if (finding.starts() || finding.startsBlind()) {
                return Optional.of(finding);
            }
        }
        return Optional.empty();
    }

    private static Message quiet(Finding finding) {
        if (!finding.known()) {
            return Words.condition("unknown", finding);
        }
        return finding.start() == Truth.YES || finding.urgent() == Truth.YES
                ? Words.condition("met_start", finding)
                : Words.condition("not_met", finding);
    }
}
