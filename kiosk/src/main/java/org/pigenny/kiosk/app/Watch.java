// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.app;

import java.time.Duration;

import org.pigenny.core.time.TimeSource;

/** Watches that the thread that draws is alive. A frozen screen that looks alive is the worst of all. */
final class Watch {
    /** After this long it is worth a line in the log. */
    static final Duration SLOW = Duration.ofSeconds(5);
    /** After this long the process ends in good order, to be started anew (architecture.md). */
    static final Duration DEAD = Duration.ofSeconds(60);

    enum Verdict {
        FINE,
        SLOW,
        DEAD
    }

    private final TimeSource real;
    private volatile long lastBeat;

    Watch(TimeSource real) {
        this.real = real;
        lastBeat = real.nanos();
    }

    /** Called on the screen's own thread. */
    void beat() {
        lastBeat = real.nanos();
    }

    /** Called on another. */
    Verdict check() {
        Duration still = Duration.ofNanos(real.nanos() - lastBeat);
        if (still.compareTo(DEAD) >= 0) {
            return Verdict.DEAD;
        }
        return still.compareTo(SLOW) >= 0 ? Verdict.SLOW : Verdict.FINE;
    }
}
