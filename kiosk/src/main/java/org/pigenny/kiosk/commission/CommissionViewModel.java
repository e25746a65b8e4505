// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.commission;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.pigenny.core.api.Commissioning.Standing;
import org.pigenny.core.api.Commissioning.State;
import org.pigenny.core.api.Commissioning.Step;
import org.pigenny.core.model.Message;

/** What the list of steps says. */
final class CommissionViewModel {
    /** @param mark a sign that needs no colour */
    record Row(Step step, String mark, Message name, Message standing) {}

    private CommissionViewModel() {}

    static List<Row> rows(State state) {
        return Stream.of(Step.values()).map(step -> row(step, state.entry(step).standing())).toList();
    }

    private static Row row(Step step, Standing standing) {
        String mark = switch (standing) {
            case OPEN -> String.valueOf(step.number());
            case DONE -> "\u2713";
            case SKIPPED -> "\u2013";
        };
        return new Row(step, mark, name(step),
                Message.of("setup.standing." + standing.name().toLowerCase(java.util.Locale.ROOT)));
    }

    static Message name(Step step) {
        return Message.of("setup.step." + step.word());
    }

    /** Where to go on; empty when only the end is left. */
    static Optional<Step> next(State state) {
        return state.left().stream().findFirst();
    }

    /** What the end means; it does not say that all is settled while it is not. */
    static Message aboutEnd(State state) {
        return Message.of(state.left().isEmpty() ? "setup.about.finish" : "setup.about.not_yet");
    }

    /** What is left, in one sentence. */
    static Message summary(State state) {
        if (!state.open()) {
            return Message.of("setup.page.finished");
        }
        return state.left().isEmpty()
                ? Message.of("setup.page.only_end")
                : Message.of("setup.page.left", state.left().size());
    }
}
