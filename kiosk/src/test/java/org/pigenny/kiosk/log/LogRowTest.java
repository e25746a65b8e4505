// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.pigenny.core.model.Event;
import org.pigenny.core.model.Event.Kind;
import org.pigenny.core.model.Message;
import org.pigenny.core.model.Origin;
import org.pigenny.core.model.Severity;
import org.pigenny.core.text.Phrases;
import org.pigenny.kiosk.control.Tone;
import org.pigenny.kiosk.fake.House;

class LogRowTest {
    private static final Instant AT = Instant.parse("2026-01-14T20:14:00Z");

    @Test
    void a_row_has_its_day_time_words_code_and_the_person_who_asked() {
        assertEquals(new LogRow("14 Jan", "21:14", "Reset.", "G-102 SCREEN", Tone.CALM),
                row(Severity.INFO, Optional.of("G-102"), new Origin("SCREEN")));
        assertEquals("", row(Severity.INFO, Optional.empty(), Origin.CORE).tag());
    }

    @Test
    void red_is_for_the_grave_ones_only() {
        assertEquals(Tone.CRIT, row(Severity.MAJOR, Optional.empty(), Origin.CORE).tone());
        assertEquals(Tone.WARN, row(Severity.WARNING, Optional.empty(), Origin.CORE).tone());
    }

    @Test
    void every_kind_of_event_is_in_one_filter_and_only_in_one() {
        Set<Kind> seen = EnumSet.noneOf(Kind.class);
        for (LogFilter filter : EnumSet.complementOf(EnumSet.of(LogFilter.ALL))) {
            for (Kind kind : filter.filter(false).kinds()) {
                assertTrue(seen.add(kind), kind + " twice");
            }
        }
        assertEquals(EnumSet.allOf(Kind.class), seen);
        assertEquals(Severity.WARNING, LogFilter.ALL.filter(true).atLeast());
    }

    private static LogRow row(Severity severity, Optional<String> code, Origin origin) {
        return LogRow.of(new Event(AT, Kind.OPERATOR, severity, Message.of("Reset."), code, origin),
                new Phrases(Locale.ENGLISH, House.ZONE), House.ZONE);
    }
}
