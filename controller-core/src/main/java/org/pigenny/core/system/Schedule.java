// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.system;

import java.time.Duration;
import java.time.Instant;

/** When a task is due: pure arithmetic on the wall clock. */
final class Schedule {
    private final long intervalMs;
    private long plannedMs;
    private long skipped;

    Schedule(Duration interval) {
        if (interval.toMillis() <= 0) {
            throw new IllegalArgumentException("an interval is at least a millisecond, not " + interval);
        }
        this.intervalMs = interval.toMillis();
    }

    /** The first run is at the next multiple. */
    void begin(Instant now) {
        plannedMs = next(now);
    }

    Instant planned() {
        return Instant.ofEpochMilli(plannedMs);
    }

    long skipped() {
        return skipped;
    }

    /** Never longer than one interval: after a step back the plan lies far ahead and is dropped. */
    Duration untilNext(Instant now) {
        long wait = plannedMs - now.toEpochMilli();
        if (wait > intervalMs) {
            begin(now);
            wait = plannedMs - now.toEpochMilli();
        }
        return Duration.ofMillis(Math.max(0, wait));
    }

    /**
     * A run ended; those that were missed meanwhile are counted, not made up.
     *
     * @param jumped the clock was set, so nothing was missed
     */
    void finished(Instant now, boolean jumped) {
        long advances = Math.max(1, Math.floorDiv(now.toEpochMilli() - plannedMs, intervalMs) + 1);
        if (jumped) {
            begin(now);
        } else {
            skipped += advances - 1;
            plannedMs += advances * intervalMs;
        }
    }

    private long next(Instant now) {
        return (Math.floorDiv(now.toEpochMilli(), intervalMs) + 1) * intervalMs;
    }
}
