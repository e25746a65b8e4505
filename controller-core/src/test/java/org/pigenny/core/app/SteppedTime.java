// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.app;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.pigenny.core.time.TimeSource;

/** The time of another source, with a wall clock that somebody sets. */
record SteppedTime(TimeSource source, AtomicReference<Duration> offset) implements TimeSource {
    @Override
    public long nanos() {
        return source.nanos();
    }

    @Override
    public Instant wall() {
        return source.wall().plus(offset.get());
    }

    @Override
    public void sleepUntil(long nanos) throws InterruptedException {
        source.sleepUntil(nanos);
    }
}
