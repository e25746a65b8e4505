// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.logging.sample;

import java.time.Duration;
import java.time.Instant;

/**
 * When something is due that happens on full intervals of the wall clock but is paced by the monotonic one (site-controller.md 1.2): a
 * step of the wall clock, either way, neither stalls it nor makes it hurry; it then finds the new full intervals.
 */
public final class AlignedSchedule {
    /** The clocks have parted when they disagree by more than this. */
    private static final Duration CLOCK_STEP = Duration.ofSeconds(30);

    private final Duration interval;
    private boolean begun;
    private long dueAt;
    private Instant planned = Instant.EPOCH;
    private long skipped;

    public AlignedSchedule(Duration interval) {
        this.interval = interval;
    }

    /** The beginning of the interval that an instant lies in, counted from 1970. */
    public static Instant align(Instant at, Duration interval) {
        long step = interval.toMillis();
        return step <= 0 ? at : Instant.ofEpochMilli(Math.floorDiv(at.toEpochMilli(), step) * step);
    }

    /** Whether it is due; then the next time is the first full interval after now, and those missed are counted. */
    public boolean due(long nanos, Instant wall) {
        if (!begun) {
            begun = true;
            plan(nanos, wall);
            return false;
        }
        if (nanos - dueAt < 0) {
            return false;
        }
        Instant expected = planned.plusNanos(nanos - dueAt);
        boolean stepped = Duration.between(expected, wall).abs().compareTo(CLOCK_STEP) > 0;
        skipped += stepped ? 0 : Duration.between(planned, wall).dividedBy(interval);
        plan(nanos, wall);
        return true;
    }

    private void plan(long nanos, Instant wall) {
        planned = align(wall, interval).plus(interval);
        dueAt = nanos + Duration.between(wall, planned).toNanos();
    }

    /** When it is next due by the wall clock. */
    public Instant planned() {
        return planned;
    }

    /** Full intervals that passed without it, since the start. */
    public long skipped() {
        return skipped;
    }
}
