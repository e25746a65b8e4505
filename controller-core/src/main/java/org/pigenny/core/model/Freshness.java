// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.model;

import java.time.Duration;

/** How much a value may be trusted, by its age. */
public enum Freshness {
    /** Younger than two missed polls: good for deciding. */
    LIVE,
    /** Two polls missed: shown dimmed with its age, unknown for deciding. */
    STALE,
    /** Ten polls missed, or never read: not shown at all. */
    ABSENT;

    private static final int MISSED_POLLS_STALE = 2;
    private static final int MISSED_POLLS_ABSENT = 10;

    /**
     * @param age since the value was read
     * @param interval at which it is polled
     */
    public static Freshness of(Duration age, Duration interval) {
        return of(age.toNanos(), interval.toNanos());
    }

    static Freshness of(long ageNanos, long intervalNanos) {
        // A poll is missed when its own interval has passed without it; half an interval covers the round trip.
        long slack = intervalNanos / 2;
        if (ageNanos <= MISSED_POLLS_STALE * intervalNanos + slack) {
            return LIVE;
        }
        return ageNanos <= MISSED_POLLS_ABSENT * intervalNanos + slack ? STALE : ABSENT;
    }
}
