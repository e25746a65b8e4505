// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.device.inverter;

import java.time.Duration;
import java.time.Instant;
import org.pigenny.core.time.TimeSource;

/** Time that leaps to wherever somebody wants to sleep, so that a plant's hours pass in a blink. */
public final class LeapingTime implements TimeSource {
    private final Instant start;
    private long nanos;

    public LeapingTime(Instant start) {
        this.start = start;
    }

    @Override
    public synchronized long nanos() {
        return nanos;
    }

    @Override
    public synchronized Instant wall() {
        return start.plusNanos(nanos);
    }

    @Override
    public synchronized void sleepUntil(long until) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        nanos = Math.max(nanos, until);
    }

    public synchronized void advance(Duration time) {
        nanos += time.toNanos();
    }
}
