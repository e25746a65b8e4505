// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.device.relay;

import java.time.Duration;

/** How long to wait before the next try to connect: half a second at first, doubling to ten. */
final class Backoff {
    private static final Duration FIRST = Duration.ofMillis(500);
    private static final Duration LONGEST = Duration.ofSeconds(10);

    private Duration next = FIRST;

    Duration next() {
        Duration wait = next;
        Duration doubled = next.multipliedBy(2);
        next = doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
        return wait;
    }

    void succeeded() {
        next = FIRST;
    }
}
