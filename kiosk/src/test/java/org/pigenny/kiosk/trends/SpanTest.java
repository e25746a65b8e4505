// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.trends;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
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
}
