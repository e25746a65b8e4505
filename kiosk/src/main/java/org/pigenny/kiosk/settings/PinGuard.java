// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.settings;

import java.time.Duration;
import org.pigenny.core.time.TimeSource;

/** Slows down whoever guesses: after three wrong tries in a row it takes none for a while, longer every time. */
final class PinGuard {
    static final int FREE_TRIES = 3;
    static final Duration FIRST_DELAY = Duration.ofSeconds(30);
    private static final int MOST_DOUBLINGS = 6;

    private final TimeSource time;
    private int wrong;
    private long closedUntil;

    PinGuard(TimeSource time) {
        this.time = time;
        closedUntil = time.nanos();
    }

    /** How long it takes no try; zero when it does. */
    Duration closedFor() {
        long left = closedUntil - time.nanos();
        return left > 0 ? Duration.ofNanos(left) : Duration.ZERO;
    }

    void right() {
        wrong = 0;
    }

    void wrong() {
        wrong++;
        if (wrong >= FREE_TRIES) {
            int doublings = Math.min(MOST_DOUBLINGS, wrong - FREE_TRIES);
            closedUntil = time.nanos() + FIRST_DELAY.toNanos() * (1L << doublings);
        }
    }
}
