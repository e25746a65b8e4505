// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.trends;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Where the time axis has its marks, on round local times; each says the least that tells it from its neighbours. */
final class TimeTicks {
    /** @param text as written under the axis */
    record Tick(Instant at, String text) {}

    private static final int[] STEP_MINUTES = {5, 10, 30, 60, 120, 240, 360, 720};
    private static final int[] STEP_DAYS = {1, 2, 5, 10};
    private static final int[] STEP_MONTHS = {1, 2, 3, 6};
    private static final int DAY_MINUTES = 1440;
    private static final long MONTH_DAYS = 31;

    private TimeTicks() {}

    /** @param most marks that fit */
    static List<Tick> of(Span span, ZoneId zone, Locale locale, int most) {
        for (int minutes : STEP_MINUTES) {
            if (span.length().toMinutes() / minutes <= most) {
                return hours(span, zone, locale, minutes);
            }
        }
        for (int days : STEP_DAYS) {
            if (span.length().toDays() / days <= most) {
                return days(span, zone, locale, days);
            }
        }
        for (int months : STEP_MONTHS) {
            if (span.length().toDays() / (MONTH_DAYS * months) < most) {
                return months(span, zone, locale, months);
            }
        }
        return months(span, zone, locale, 12);
    }

    /** Round by the wall clock on the days of its changes, too; midnight is said as its day. */
    private static List<Tick> hours(Span span, ZoneId zone, Locale locale, int step) {
        DateTimeFormatter clock = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
        DateTimeFormatter day = DateTimeFormatter.ofPattern("EEE d", locale);
        List<Tick> ticks = new ArrayList<>();
        for (LocalDate date = date(span, zone); !at(date, zone).isAfter(span.to()); date = date.plusDays(1)) {
            for (int minute = 0; minute < DAY_MINUTES; minute += step) {
                ZonedDateTime at = date.atTime(LocalTime.ofSecondOfDay(minute * 60L)).atZone(zone);
                add(ticks, span, at.toInstant(), (minute == 0 ? day : clock).format(at));
            }
        }
        return ticks;
    }

    /** From the first of each month, so that the marks stay where they are while the chart is dragged. */
    private static List<Tick> days(Span span, ZoneId zone, Locale locale, int step) {
        DateTimeFormatter day = DateTimeFormatter.ofPattern(step == 1 ? "EEE d" : "d MMM", locale);
        List<Tick> ticks = new ArrayList<>();
        for (LocalDate date = date(span, zone); !at(date, zone).isAfter(span.to()); date = date.plusDays(1)) {
            int inMonth = date.getDayOfMonth() - 1;
            if (inMonth % step == 0 && inMonth + step / 2 < date.lengthOfMonth()) {
                add(ticks, span, at(date, zone), day.format(date));
            }
        }
        return ticks;
    }

    private static List<Tick> months(Span span, ZoneId zone, Locale locale, int step) {
        DateTimeFormatter month = DateTimeFormatter.ofPattern("LLL", locale);
        List<Tick> ticks = new ArrayList<>();
        LocalDate date = date(span, zone).withDayOfYear(1);
        for (; !at(date, zone).isAfter(span.to()); date = date.plusMonths(step)) {
            add(ticks, span, at(date, zone),
                    date.getMonthValue() == 1 ? String.valueOf(date.getYear()) : month.format(date));
        }
        return ticks;
    }

    private static LocalDate date(Span span, ZoneId zone) {
        return span.from().atZone(zone).toLocalDate();
    }

    private static Instant at(LocalDate date, ZoneId zone) {
        return date.atStartOfDay(zone).toInstant();
    }

    private static void add(List<Tick> ticks, Span span, Instant at, String text) {
        if (!at.isBefore(span.from()) && at.isBefore(span.to())) {
            ticks.add(new Tick(at, text));
        }
    }
}
