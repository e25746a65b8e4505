// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.device.inverter;

import java.time.Duration;
import java.util.OptionalDouble;
import org.pigenny.core.model.Quantity;

/**
 * Doubts a state of charge that cannot be (inverter.md, quirk 15). SOC starts and stops the engine, so a single corrupt
 * value must not pass even when its check sum does.
 */
final class SocGuard {
    /** A battery does not move faster than this many percent in {@link #STEP_TIME}. */
    static final double LARGEST_STEP = 3;
    static final Duration STEP_TIME = Duration.ofSeconds(30);
    /** A battery with this voltage is not empty. */
    static final double NOT_EMPTY_VOLTS = 50;
    /** Two reads of the same battery a moment apart agree within this. */
    private static final double SAME = 1;

    enum Verdict {
        FINE,
        /** Read it again; believe it when it comes again. */
        DOUBTFUL,
        IMPOSSIBLE
    }

    private OptionalDouble last = OptionalDouble.empty();
    private long lastNanos;

    Verdict judge(Harvest harvest, long nowNanos) {
        OptionalDouble soc = harvest.value(Quantity.SOC);
        if (soc.isEmpty()) {
            return Verdict.FINE;
        }
        OptionalDouble volts = harvest.value(Quantity.BATTERY_VOLTAGE);
        if (soc.getAsDouble() == 0 && volts.isPresent() && volts.getAsDouble() > NOT_EMPTY_VOLTS) {
            return Verdict.IMPOSSIBLE;
        }
        if (last.isEmpty()) {
            return Verdict.FINE;
        }
        double periods = Math.max(1, (nowNanos - lastNanos) / (double) STEP_TIME.toNanos());
        return Math.abs(soc.getAsDouble() - last.getAsDouble()) > LARGEST_STEP * periods
                ? Verdict.DOUBTFUL
                : Verdict.FINE;
    }

    /** Whether a second look confirms a first one. */
    static boolean confirms(Harvest first, Harvest second) {
        OptionalDouble one = first.value(Quantity.SOC);
        OptionalDouble two = second.value(Quantity.SOC);
        return one.isPresent() && two.isPresent() && Math.abs(one.getAsDouble() - two.getAsDouble()) <= SAME;
    }

    void accept(Harvest harvest, long nowNanos) {
        OptionalDouble soc = harvest.value(Quantity.SOC);
        if (soc.isPresent()) {
            last = soc;
            lastNanos = nowNanos;
        }
    }
}
