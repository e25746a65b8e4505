// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.present;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.pigenny.core.api.History.Run;
import org.pigenny.core.model.Message;
import org.pigenny.core.model.Origin;
import org.pigenny.core.model.RunReason;
import org.pigenny.core.text.Phrases;
import org.pigenny.kiosk.fake.House;

class StoryTest {
    private static final Instant ASKED = Instant.parse("2026-01-14T20:40:00Z");
    private final Phrases words = new Phrases(Locale.ENGLISH, House.ZONE);

    @Test
    void a_whole_run_from_its_cause_to_its_end() {
        Run run = run(Optional.of(ASKED.plusSeconds(3)), Optional.of(ASKED.plusSeconds(720)),
                Optional.of(Instant.parse("2026-01-15T01:31:00Z")), 8_360,
                Optional.of(Message.of("SOC reached 80 %.")));
        assertEquals("21:40 SOC 39 % \u2192 auto, SOC, fired after 3 s, charging proven after 12 min, "
                + "stopped 02:31 at 80 % (SOC reached 80 %), 8.4 kWh", Story.of(run, words, House.ZONE));
        assertEquals("Wed 14 Jan", Story.day(run, words, House.ZONE));
    }

    @Test
    void a_run_that_goes_on_and_one_that_never_fired_say_so() {
        assertEquals("21:40 SOC 39 % \u2192 auto, SOC, fired after 3 s, still running",
                Story.of(run(Optional.of(ASKED.plusSeconds(3)), Optional.empty(), Optional.empty(), 0,
                        Optional.empty()), words, House.ZONE));
        assertEquals("21:40 SOC 39 % \u2192 auto, SOC, never fired in 3 attempts, stopped 21:42 at 80 %",
                Story.of(run(Optional.empty(), Optional.empty(), Optional.of(ASKED.plusSeconds(120)), 0,
                        Optional.empty()), words, House.ZONE));
    }

    @Test
    void a_clock_that_was_set_back_makes_no_negative_time() {
        assertEquals("21:40 SOC 39 % \u2192 auto, SOC, fired after 0 s, still running",
                Story.of(run(Optional.of(ASKED.minusSeconds(30)), Optional.empty(), Optional.empty(), 0,
                        Optional.empty()), words, House.ZONE));
    }

    private static Run run(Optional<Instant> fired, Optional<Instant> proven, Optional<Instant> stopped, double wh,
            Optional<Message> why) {
        return new Run(1, RunReason.SOC, Origin.CORE, ASKED, fired, Optional.empty(), stopped, 3, OptionalDouble.of(39),
                OptionalDouble.of(80), wh, proven, why);
    }
}
