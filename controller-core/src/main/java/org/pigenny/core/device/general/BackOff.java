// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.device.general;

import java.time.Duration;

/** When an offline device is tried again: after 5, 10, 20, 40, then every 60 s, until it answers. */
final class BackOff {
    private static final Duration FIRST = Duration.ofSeconds(5);
    private static final Duration LONGEST = Duration.ofSeconds(60);

    private Duration next = FIRST;

    /** The wait after one more failure. */
    Duration failed() {
        Duration wait = next;
        Duration doubled = next.multipliedBy(2);
        next = doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
        return wait;
    }

    void succeeded() {
        next = FIRST;
    }
}
