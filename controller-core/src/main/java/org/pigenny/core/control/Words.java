// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.control;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.pigenny.core.control.condition.Finding;
import org.pigenny.core.control.condition.Truth;
import org.pigenny.core.model.Message;
import org.pigenny.core.model.RunReason;

/** Words for what the predicates found. */
final class Words {
    private Words() {}

    private static final Map<RunReason, Message> REASONS = reasons();

    private static Map<RunReason, Message> reasons() {
        Map<RunReason, Message> all = new EnumMap<>(RunReason.class);
        for (RunReason reason : RunReason.values()) {
            all.put(reason, Message.of("reason." + reason.word()));
        }
        return Map.copyOf(all);
    }

    static Message reason(RunReason reason) {
        return Objects.requireNonNull(REASONS.get(reason));
    }

    /** How far the battery got, for the run limit. */
    static Message howFar(Tick t) {
        return t.in.soc().isPresent()
                ? Message.of("far.soc", t.in.soc().getAsDouble(), t.settings.soc().stop())
                : Message.of("far.unknown");
    }

    /** Why the run ends. */
    static Message stopReason(Tick t, List<Block> blocks) {
        Optional<Block> block = blocks.stream().filter(Block::stops).findFirst();
        if (block.isPresent()) {
            boolean error = block.get().kind() == Block.Kind.ERROR && t.trouble.error().isPresent();
            return error ? t.trouble.error().get().text() : block.get().text();
        }
        Run run = t.run;
        if (run == null || run.manual()) {
            return Message.of("stop.manual_over");
        }
        return t.finding(run.reason())
                .map(Words::stopped)
                .orElse(Message.of("stop.no_need"));
    }

    private static Message stopped(Finding finding) {
        if (finding.lost().isPresent()) {
            return Message.of("stop.data_loss", reason(finding.reason()));
        }
        return condition("met_stop", finding);
    }

    /** Why a condition keeps up a run. Of an engine that was found running nobody says that the condition started it. */
    static Message holds(Finding finding, Tick t) {
        boolean takenOver = t.run != null && t.run.begun().takenOver() && t.run.reason() == finding.reason();
        return condition(takenOver && finding.start() != Truth.YES ? "goes_on" : "holds", finding);
    }

    /** One condition in words: {@code met_start, not_met, met_stop, between, holds, goes_on, unknown}. */
    static Message condition(String what, Finding finding) {
        String key = "condition." + finding.reason().word() + "." + what;
        return finding.value().isPresent()
                ? Message.of(key, finding.limits().start(), finding.limits().stop(), finding.value().getAsDouble())
                : Message.of(key, finding.limits().start(), finding.limits().stop());
    }
}
