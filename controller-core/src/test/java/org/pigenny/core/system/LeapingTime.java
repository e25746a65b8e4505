// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.system;

import java.time.Instant;
import org.pigenny.core.time.TimeSource;

/** Time in which every wait is over at once: whoever waits moves it on. */
public final class LeapingTime implements TimeSource {
    private static final Instant START = Instant.parse("2026-01-05T12:00:00Z");
    private long nanos;

    @Override
    public synchronized long nanos() {
        return nanos;
    }

    @Override
    public synchronized Instant wall() {
        return START.plusNanos(nanos);
    }

    @Override
    public synchronized void sleepUntil(long until) {
        nanos = Math.max(nanos, until);
    }

    /** Seconds since the beginning. */
    public synchronized double seconds() {
        return Math.round(nanos / 1e8) / 10.0;
    }
}
