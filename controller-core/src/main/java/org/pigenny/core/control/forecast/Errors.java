// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.control.forecast;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * How wrong past forecasts were, by how far ahead they looked.
 *
 * @param minutes mean absolute error for each lead class
 */
public record Errors(List<Double> minutes) {
    private static final List<Duration> LEADS = List.of(Duration.ofHours(1), Duration.ofHours(2), Duration.ofHours(4),
            Duration.ofHours(8));
    /** Until the site has its own: the errors of the recorded descents (inverter.md 2.3), and a guess beyond 8 h. */
    public static final Errors RECORDED = new Errors(List.of(8.4, 12.0, 21.0, 25.8, 60.0));
    private static final double NEWEST = 0.2;
    /** Nine of ten past errors were below twice their mean. */
    private static final double BAR = 2;

    public Errors {
        if (minutes.size() != CLASSES) {
            throw new IllegalArgumentException("there are five lead classes, not " + minutes.size());
        }
        minutes = List.copyOf(minutes);
    }

    private static final int CLASSES = 5;

    Errors learn(Duration lead, Duration error) {
        int index = index(lead);
        double before = minutes.get(index);
        List<Double> next = new ArrayList<>(minutes);
        next.set(index, before + NEWEST * (error.toSeconds() / 60.0 - before));
        return new Errors(next);
    }

    /** Half width of the error bar. */
    Duration bar(Duration lead) {
        return Duration.ofSeconds(Math.round(BAR * 60 * minutes.get(index(lead))));
    }

    private static int index(Duration lead) {
        int index = 0;
        while (index < LEADS.size() && lead.compareTo(LEADS.get(index)) > 0) {
            index++;
        }
        return index;
    }
}
