// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.time;

import java.time.Instant;

/** Time that passes {@code speed} times as fast as another, beginning at a chosen instant. */
public final class ScaledTime implements TimeSource {
    private final TimeSource real;
    private final double speed;
    private final long realStart;
    private final Instant wallStart;

    /**
     * @param speed at least 0.01
     * @param start what the scaled wall clock shows now
     */
    public ScaledTime(TimeSource real, double speed, Instant start) {
        if (!(speed >= 0.01 && speed <= 100_000)) {
            throw new IllegalArgumentException("speed " + speed + " is not within 0.01 to 100000");
        }
        this.real = real;
        this.speed = speed;
        this.realStart = real.nanos();
        this.wallStart = start;
    }

    @Override
    public long nanos() {
        return (long) ((real.nanos() - realStart) * speed);
    }

    @Override
    public Instant wall() {
        return wallStart.plusNanos(nanos());
    }

    @Override
    public void sleepUntil(long nanos) throws InterruptedException {
        real.sleepUntil(realStart + (long) Math.ceil(nanos / speed));
    }
}
