// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.control.forecast;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What one quantity usually is at each hour of the day (UTC, so that no change of clocks tears it), as a slow mean over days.
 *
 * @param hours 24 means, NaN where nothing is learned yet
 */
public record HourProfile(List<Double> hours) {
    public static final int HOURS = 24;
    public static final HourProfile EMPTY = new HourProfile(Collections.nCopies(HOURS, Double.NaN));
    /** Weight of the newest day. */
    private static final double NEWEST = 0.3;

    public HourProfile {
        if (hours.size() != HOURS) {
            throw new IllegalArgumentException("a day has 24 hours, not " + hours.size());
        }
        hours = List.copyOf(hours);
    }

    public OptionalDouble at(int hour) {
        double mean = hours.get(Math.floorMod(hour, HOURS));
        return Double.isNaN(mean) ? OptionalDouble.empty() : OptionalDouble.of(mean);
    }

    HourProfile learn(int hour, double mean) {
        OptionalDouble before = at(hour);
        List<Double> next = new ArrayList<>(hours);
        next.set(hour, before.isPresent() ? before.getAsDouble() + NEWEST * (mean - before.getAsDouble()) : mean);
        return new HourProfile(next);
    }
}
