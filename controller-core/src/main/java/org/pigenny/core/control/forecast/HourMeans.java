// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.control.forecast;

import java.time.Instant;
import java.util.Optional;

/**
 * What a site usually takes and gets, hour by hour, and the hour that is being measured.
 *
 * @param house W
 * @param sun W
 * @param open the hour under way
 */
public record HourMeans(HourProfile house, HourProfile sun, Optional<Open> open) {
    public static final HourMeans EMPTY = new HourMeans(HourProfile.EMPTY, HourProfile.EMPTY, Optional.empty());
    /** An hour counts when at least half of it was seen. */
    private static final double LEAST_HOURS = 0.5;

    /** An hour and the sums at its first sample. */
    public record Open(int hour, long fromNanos, double fromHouse, double fromSun) {}

    HourMeans next(Instant wall, Recent recent) {
        Recent.Mark now = recent.now();
        int hour = Outlook.hour(wall);
        if (recent.marks().size() == 1 && recent.marks().getFirst().equals(now)) {
            return new HourMeans(house, sun, Optional.of(open(hour, now)));
        }
        if (open.isPresent() && open.get().hour() == hour) {
            return this;
        }
        HourMeans closed = open.map(done -> close(done, now)).orElse(this);
        return new HourMeans(closed.house, closed.sun, Optional.of(open(hour, now)));
    }

    private static Open open(int hour, Recent.Mark now) {
        return new Open(hour, now.nanos(), now.house(), now.sun());
    }

    private HourMeans close(Open done, Recent.Mark now) {
        double hours = (now.nanos() - done.fromNanos()) / 3.6e12;
        return hours < LEAST_HOURS
                ? this
                : new HourMeans(house.learn(done.hour(), (now.house() - done.fromHouse()) / hours),
                        sun.learn(done.hour(), (now.sun() - done.fromSun()) / hours), Optional.empty());
    }
}
