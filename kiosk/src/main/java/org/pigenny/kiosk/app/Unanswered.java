// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.app;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.pigenny.core.time.TimeSource;

/** Commands that the core has not answered yet. A person who touched a key learns within seconds that nobody listens. */
final class Unanswered {
    /** The core judges at once; longer than this means that it hangs. */
    static final Duration PATIENCE = Duration.ofMillis(2500);

    private static final class Asked {
        private final long since;

        Asked(long since) {
            this.since = since;
        }
    }

    private final TimeSource time;
    private final Set<Asked> waiting = ConcurrentHashMap.newKeySet();

    Unanswered(TimeSource time) {
        this.time = time;
    }

    /** A command goes out. The result is to be run when its answer has come. */
    Runnable ask() {
        Asked asked = new Asked(time.nanos());
        waiting.add(asked);
        return () -> waiting.remove(asked);
    }

    /** Nothing that is out matters any more. */
    void forget() {
        waiting.clear();
    }

    /** Whether one has waited too long; true once for each. */
    boolean overdue() {
        long now = time.nanos();
        return waiting.removeIf(asked -> now - asked.since >= PATIENCE.toNanos());
    }
}
