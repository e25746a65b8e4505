// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.device.relay;

import java.time.Duration;
import org.pigenny.olimex.protocol.StatusKey;

/**
 * Tells whether a server is another process than before, however long nobody looked: by the name that it gives its process,
 * else by its age.
 */
final class Restarts {
    /** Whole seconds are stated. */
    private static final long COARSE = Duration.ofSeconds(2).toNanos();
    /** The board's clock and ours may drift apart by this share of the time in between. */
    private static final double DRIFT = 0.001;

    private String process = StatusKey.NOTHING;
    private long age = -1;
    private long knownAt;

    /**
     * One look.
     *
     * @param name of the server's process, {@link StatusKey#NOTHING} where it gives none
     * @param seconds since the server's process started
     * @param askedAt monotonic time at which it was asked: the answer is not older
     * @param answeredAt monotonic time at which the answer was read
     */
    boolean restarted(String name, long seconds, long askedAt, long answeredAt) {
        boolean younger = younger(seconds, askedAt, answeredAt);
        String before = process;
        process = name;
        boolean named = !before.equals(StatusKey.NOTHING) && !name.equals(StatusKey.NOTHING);
        return named ? !name.equals(before) : younger;
    }

    private boolean younger(long seconds, long askedAt, long answeredAt) {
        long stated = Duration.ofSeconds(seconds).toNanos();
        long passed = Math.max(0, askedAt - knownAt);
        boolean younger = age >= 0 && stated + COARSE < age + passed - (long) (DRIFT * passed);
        age = stated;
        knownAt = answeredAt;
        return younger;
    }
}
