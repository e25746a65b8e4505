// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.control.condition;

import java.time.Duration;
import java.util.OptionalLong;

/**
 * What one condition remembers: whether it asks for a run, and since when its values have held. Times are monotonic.
 *
 * @param set the condition asks for a run
 * @param startSince since when the start value has held without a break
 * @param urgentSince since when the emergency value has
 * @param stopSince since when the stop value has
 * @param unknownSince since when its data are missing
 */
public record Latch(boolean set, OptionalLong startSince, OptionalLong urgentSince, OptionalLong stopSince,
        OptionalLong unknownSince) {
    public static final Latch OPEN = new Latch(false, OptionalLong.empty(), OptionalLong.empty(), OptionalLong.empty(),
            OptionalLong.empty());

    /** One look at the values. Leaving a value restarts its delay; missing data neither set nor clear. */
    Latch look(long now, Truth start, Truth urgent, Truth stop, Limits limits, Duration urgentDelay) {
        OptionalLong startFrom = since(startSince, start, now);
        OptionalLong urgentFrom = since(urgentSince, urgent, now);
        OptionalLong stopFrom = since(stopSince, stop, now);
        boolean asks = held(startFrom, limits.startDelay(), now) || held(urgentFrom, urgentDelay, now);
        boolean clears = held(stopFrom, limits.stopDelay(), now) && start != Truth.YES && urgent != Truth.YES;
        Latch next = new Latch(set ? !clears : asks, startFrom, urgentFrom, stopFrom,
                since(unknownSince, start == Truth.UNKNOWN ? Truth.YES : Truth.NO, now));
        return next.equals(this) ? this : next;
    }

    /** A start value must be met anew, for its whole delay. How long data are missing is not forgotten. */
    public Latch cleared() {
        return new Latch(false, OptionalLong.empty(), OptionalLong.empty(), OptionalLong.empty(), unknownSince);
    }

    /** As of a run that was taken over. */
    public Latch closed() {
        return new Latch(true, startSince, urgentSince, OptionalLong.empty(), unknownSince);
    }

    private static OptionalLong since(OptionalLong before, Truth holds, long now) {
        if (holds != Truth.YES) {
            return OptionalLong.empty();
        }
        return before.isPresent() ? before : OptionalLong.of(now);
    }

    static boolean held(OptionalLong since, Duration delay, long now) {
        return since.isPresent() && now - since.getAsLong() >= delay.toNanos();
    }
}
