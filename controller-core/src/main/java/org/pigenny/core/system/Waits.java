// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.system;

import java.time.Duration;
import org.pigenny.core.time.TimeSource;

/** Long waits that go on telling progress: waiting for the right moment is no hang. */
final class Waits {
    private static final Duration SLICE = Duration.ofSeconds(1);

    private Waits() {}

    static void sleep(TimeSource time, Duration wait, Runnable progress) throws InterruptedException {
        long end = time.nanos() + wait.toNanos();
        for (long left = wait.toNanos(); left > 0; left = end - time.nanos()) {
            time.sleep(Duration.ofNanos(Math.min(left, SLICE.toNanos())));
            progress.run();
        }
    }
}
