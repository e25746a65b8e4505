// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.olimex.sequence;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * When and how long to glow before the crank, by how long the engine has stood: the board has neither a clock nor a
 * thermometer, but it knows that. Without a table it is {@code preheat_s}, or nothing after a recent run.
 *
 * @param recent an engine that stood no longer than this is warm and needs none
 * @param steps ascending by the time stood; empty without a table
 */
public record Preheat(Duration recent, List<Step> steps) {
    /** DSE and others skip it when the engine ran in the last half hour. */
    public static final Preheat NONE = new Preheat(Duration.ofMinutes(30), List.of());

    /** From {@code stood} on, glow for {@code glow}. */
    public record Step(Duration stood, Duration glow) {}

    public Preheat {
        steps = List.copyOf(steps);
        for (int i = 1; i < steps.size(); i++) {
            if (steps.get(i).stood().compareTo(steps.get(i - 1).stood()) <= 0) {
                throw new IllegalArgumentException("preheat_table must ascend by the time stood");
            }
        }
    }

    /**
     * How long to glow now.
     *
     * @param fixed what {@code preheat_s} says
     * @param stood since the last run; empty when that is not known, which counts as cold
     */
    public Duration glow(Duration fixed, Optional<Duration> stood) {
        if (stood.isPresent() && stood.get().compareTo(recent) <= 0) {
            return Duration.ZERO;
        }
        if (steps.isEmpty()) {
            return fixed;
        }
        Duration glow = Duration.ZERO;
        for (Step step : steps) {
            if (stood.isEmpty() || stood.get().compareTo(step.stood()) >= 0) {
                glow = step.glow();
            }
        }
        return glow;
    }
}
