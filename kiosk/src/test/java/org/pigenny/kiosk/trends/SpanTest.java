// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.trends;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class SpanTest {
    private static final Instant NOW = Instant.parse("2026-01-14T20:14:00Z");

    @Test
    void it_never_reaches_past_now() {
        Span day = Span.ending(NOW, Duration.ofHours(24));
        assertEquals(NOW, day.dragged(-0.5, NOW).to());
        assertEquals(NOW.minus(Duration.ofHours(12)), day.dragged(0.5, NOW).to());
        assertEquals(NOW, day.zoomed(2, NOW).to());
    }

    @Test
    void it_zooms_between_half_an_hour_and_a_year() {
        Span day = Span.ending(NOW, Duration.ofHours(24));
        assertEquals(Span.SHORTEST, day.zoomed(0.0001, NOW).length());
        assertEquals(Span.LONGEST, day.zoomed(10_000, NOW).length());
    }

    @Test
    void a_years_marks_are_few_and_on_midnights() {
        Span year = Span.ending(NOW, Duration.ofDays(365));
        var ticks = TimeTicks.of(year, ZoneId.of("Europe/Berlin"), Locale.ENGLISH, 8);
        assertTrue(ticks.size() <= 8 && ticks.size() >= 4, "found " + ticks.size());
    }

    private static List<String> marks(String from, Duration length, int most) {
        Instant begin = Instant.parse(from);
        return TimeTicks.of(new Span(begin, begin.plus(length)), ZoneId.of("Europe/Berlin"), Locale.ENGLISH, most)
                .stream()
                .map(TimeTicks.Tick::text)
                .toList();
    }

    @Test
    void midnight_is_said_as_its_day() {
        assertEquals(List.of("16:00", "20:00", "Thu 15", "04:00", "08:00", "12:00"),
                marks("2026-01-14T12:00:00Z", Duration.ofHours(24), 8));
    }

    @Test
    void hours_stay_round_on_the_days_when_clocks_change() {
        assertEquals(List.of("Sun 29", "04:00", "08:00", "12:00", "16:00", "20:00"),
                marks("2026-03-28T22:00:00Z", Duration.ofHours(23), 8));
        assertEquals(List.of("Sun 25", "04:00", "08:00", "12:00", "16:00", "20:00"),
                marks("2026-10-24T21:30:00Z", Duration.ofHours(24), 8));
    }

    @Test
    void a_year_is_marked_by_its_months_and_the_year_by_its_number() {
        assertEquals(List.of("Mar", "May", "Jul", "Sep", "Nov", "2026"),
                marks("2025-01-15T00:00:00Z", Duration.ofDays(365), 8));
    }
}
