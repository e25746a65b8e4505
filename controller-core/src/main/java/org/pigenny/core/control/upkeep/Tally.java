// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.control.upkeep;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.pigenny.core.model.Upkeep.Counters;

/**
 * Counters by local day.
 *
 * @param today the day under way
 * @param earlier at most 29 days before it, oldest first
 * @param before sum of the earlier ones
 * @param total since commissioning
 * @param automaticToday automatic starts of the day, for the daily limit
 */
public record Tally(Day today, List<Day> earlier, Counters before, Counters total, int automaticToday) {
    public static final Tally EMPTY = new Tally(new Day(LocalDate.MIN, Counters.ZERO), List.of(), Counters.ZERO,
            Counters.ZERO, 0);
    private static final int DAYS = 30;

    /** Counters of one local day. */
    public record Day(LocalDate date, Counters counters) {}

    public Tally {
        earlier = List.copyOf(earlier);
    }

    public static Tally of(Day today, List<Day> earlier, Counters total, int automaticToday) {
        Counters before = Counters.ZERO;
        for (Day day : earlier) {
            before = sum(before, day.counters());
        }
        return new Tally(today, earlier, before, total, automaticToday);
    }

    /** Turns the page when the local date has changed, whichever way. */
    public Tally at(LocalDate date) {
        if (date.equals(today.date())) {
            return this;
        }
        List<Day> days = new ArrayList<>(earlier);
        if (!today.counters().equals(Counters.ZERO)) {
            days.add(today);
        }
        Counters again = days.stream()
                .filter(day -> day.date().equals(date))
                .map(Day::counters)
                .findFirst()
                .orElse(Counters.ZERO);
        days.removeIf(day -> day.date().isBefore(date.minusDays(DAYS - 1)) || day.date().equals(date));
        while (days.size() >= DAYS) {
            days.removeFirst();
        }
        return of(new Day(date, again), days, total, 0);
    }

    public Tally ran(Duration engine, boolean loaded) {
        return add(new Counters(engine, loaded ? engine : Duration.ZERO, 0, 0, 0), 0);
    }

    public Tally started(boolean automatic) {
        return add(new Counters(Duration.ZERO, Duration.ZERO, 1, 0, 0), automatic ? 1 : 0);
    }

    public Tally failed() {
        return add(new Counters(Duration.ZERO, Duration.ZERO, 0, 1, 0), 0);
    }

    public Tally charged(double wh) {
        return add(new Counters(Duration.ZERO, Duration.ZERO, 0, 0, wh), 0);
    }

    private Tally add(Counters more, int automatic) {
        return new Tally(new Day(today.date(), sum(today.counters(), more)), earlier, before, sum(total, more),
                automaticToday + automatic);
    }

    public Counters thirtyDays() {
        return sum(before, today.counters());
    }

    private static Counters sum(Counters a, Counters b) {
        return new Counters(a.engine().plus(b.engine()), a.loaded().plus(b.loaded()), a.starts() + b.starts(),
                a.failedStarts() + b.failedStarts(), a.energyWh() + b.energyWh());
    }
}
