// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.app.admin;

import java.net.InetAddress;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.pigenny.core.time.TimeSource;

/** Counts wrong tokens by address; one that guesses too often is not listened to for a while, not even with the right one. */
final class Guesses {
    static final int MOST = 10;
    static final Duration WITHIN = Duration.ofMinutes(1);
    private static final int MOST_ADDRESSES = 1000;

    private final TimeSource real;
    private final Map<InetAddress, Count> counts = new LinkedHashMap<>();

    private record Count(long since, int wrong) {}

    Guesses(TimeSource real) {
        this.real = real;
    }

    /** Whether this address has to wait. */
    synchronized boolean tooMany(InetAddress from) {
        Count count = counts.get(from);
        if (count != null && real.nanos() - count.since >= WITHIN.toNanos()) {
            counts.remove(from);
            return false;
        }
        return count != null && count.wrong >= MOST;
    }

    /** One more; true when it is the one that closes the door. */
    synchronized boolean wrong(InetAddress from) {
        Count before = counts.getOrDefault(from, new Count(real.nanos(), 0));
        counts.put(from, new Count(before.since, before.wrong + 1));
        if (counts.size() > MOST_ADDRESSES) {
            counts.remove(counts.keySet().iterator().next());
        }
        return before.wrong + 1 == MOST;
    }
}
