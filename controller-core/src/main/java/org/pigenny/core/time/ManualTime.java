// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.time;

import java.time.Duration;
import java.time.Instant;

/** Time that stands still until it is advanced: for tests and simulation. */
public final class ManualTime implements TimeSource {
    private long nanos;
    private Instant wall;

    public ManualTime(Instant start) {
        wall = start;
    }

    @Override
    public synchronized long nanos() {
        return nanos;
    }

    @Override
    public synchronized Instant wall() {
        return wall;
    }

    @Override
    public synchronized void sleepUntil(long until) throws InterruptedException {
        while (nanos < until) {
            wait();
        }
    }

    public synchronized void advance(Duration time) {
        nanos += time.toNanos();
        wall = wall.plus(time);
        notifyAll();
    }

    /** Steps the wall clock alone, as a person or a time server would. */
    public synchronized void setWall(Instant instant) {
        wall = instant;
    }
}
