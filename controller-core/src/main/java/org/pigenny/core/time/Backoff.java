// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.time;

import java.time.Duration;

/** How long to wait before the next try: each wait is twice the one before, up to a longest. One thread at a time. */
public final class Backoff {
    private final Duration first;
    private final Duration longest;
    private Duration next;

    /** @param first wait, more than 0 and at most the longest */
    public Backoff(Duration first, Duration longest) {
        if (!first.isPositive() || first.compareTo(longest) > 0) {
            throw new IllegalArgumentException("a first wait of " + first + " with a longest of " + longest);
        }
        this.first = first;
        this.longest = longest;
        next = first;
    }

    /** The wait after one more failure. */
    public Duration failed() {
        Duration wait = next;
        Duration doubled = next.multipliedBy(2);
        next = doubled.compareTo(longest) > 0 ? longest : doubled;
        return wait;
    }

    /** The next wait is the first one again. */
    public void succeeded() {
        next = first;
    }
}
