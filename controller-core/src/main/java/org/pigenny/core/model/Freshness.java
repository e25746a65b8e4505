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
        // A poll is missed when its own interval has passed without it; half an interval covers the round trip.
        Duration slack = interval.dividedBy(2);
        if (age.compareTo(interval.multipliedBy(MISSED_POLLS_STALE).plus(slack)) <= 0) {
            return LIVE;
        }
        return age.compareTo(interval.multipliedBy(MISSED_POLLS_ABSENT).plus(slack)) <= 0 ? STALE : ABSENT;
    }
}
