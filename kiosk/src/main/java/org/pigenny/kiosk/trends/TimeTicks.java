// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.trends;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Where the time axis has its marks, on round local times. */
final class TimeTicks {
    /** @param text as written under the axis */
    record Tick(Instant at, String text) {}

    private static final long[] STEP_MINUTES = {5, 10, 30, 60, 120, 240, 360, 720};
    private static final int[] STEP_DAYS = {1, 2, 7, 14, 30, 61};

    private TimeTicks() {}

    /** @param most marks that fit */
    static List<Tick> of(Span span, ZoneId zone, Locale locale, int most) {
        for (long minutes : STEP_MINUTES) {
            if (span.length().toMinutes() / minutes < most) {
                return hours(span, zone, Duration.ofMinutes(minutes));
            }
        }
        for (int days : STEP_DAYS) {
            if (span.length().toDays() / days < most) {
                return days(span, zone, locale, days);
            }
        }
        return days(span, zone, locale, STEP_DAYS[STEP_DAYS.length - 1]);
    }

    private static List<Tick> hours(Span span, ZoneId zone, Duration step) {
        DateTimeFormatter clock = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
        ZonedDateTime at = span.from().atZone(zone).toLocalDate().atStartOfDay(zone);
        List<Tick> ticks = new ArrayList<>();
        for (; at.toInstant().isBefore(span.to()); at = at.plus(step)) {
            if (!at.toInstant().isBefore(span.from())) {
                ticks.add(new Tick(at.toInstant(), clock.format(at)));
            }
        }
        return ticks;
    }

    private static List<Tick> days(Span span, ZoneId zone, Locale locale, int step) {
        DateTimeFormatter day = DateTimeFormatter.ofPattern("d MMM", locale);
        LocalDate at = span.from().atZone(zone).toLocalDate();
        // Counted from a fixed day, so that the marks stay where they are while the chart is dragged.
        at = at.minusDays(Math.floorMod(at.toEpochDay(), step));
        List<Tick> ticks = new ArrayList<>();
        for (; at.atStartOfDay(zone).toInstant().isBefore(span.to()); at = at.plusDays(step)) {
            if (!at.atStartOfDay(zone).toInstant().isBefore(span.from())) {
                ticks.add(new Tick(at.atStartOfDay(zone).toInstant(), day.format(at)));
            }
        }
        return ticks;
    }
}
