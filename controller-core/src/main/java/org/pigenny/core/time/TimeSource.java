// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.time;

import java.time.Duration;
import java.time.Instant;

/** Monotonic time for durations, the wall clock for records. */
public interface TimeSource {
    /** Monotonic nanoseconds; only differences mean anything. Never goes back, whatever happens to the wall clock. */
    long nanos();

    /** UTC, for records and local schedules. May step. */
    Instant wall();

    /** Waits until {@link #nanos()} has reached the given value; returns at once when it has. */
    void sleepUntil(long nanos) throws InterruptedException;

    default void sleep(Duration time) throws InterruptedException {
        sleepUntil(nanos() + time.toNanos());
    }
}
