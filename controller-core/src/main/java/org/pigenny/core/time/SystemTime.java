// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.time;

import java.time.Instant;
import java.util.concurrent.TimeUnit;

/** The machine's own time. */
public final class SystemTime implements TimeSource {
    @Override
    public long nanos() {
        return System.nanoTime();
    }

    @Override
    public Instant wall() {
        return Instant.now();
    }

    @Override
    public void sleepUntil(long nanos) throws InterruptedException {
        long left = nanos - System.nanoTime();
        if (left > 0) {
            TimeUnit.NANOSECONDS.sleep(left);
        } else if (Thread.interrupted()) {
            throw new InterruptedException();
        }
    }
}
