// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.trends;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.pigenny.core.api.History.Moment;
import org.pigenny.core.model.Event;
import org.pigenny.core.model.GeneratorState;
import org.pigenny.core.model.Message;
import org.pigenny.core.model.Origin;
import org.pigenny.core.model.Quantity;
import org.pigenny.core.model.RunReason;
import org.pigenny.core.model.Severity;
import org.pigenny.core.model.Why;
import org.pigenny.core.text.Phrases;
import org.pigenny.kiosk.fake.House;

class ReadingTest {
    private static final Instant AT = Instant.parse("2026-01-14T20:14:00Z");
    private final Phrases words = new Phrases(Locale.ENGLISH, House.ZONE);

    @Test
    void a_moment_says_what_the_generator_did_its_values_and_its_why() {
        Moment moment = new Moment(AT, Map.of(Quantity.SOC, 58.0, Quantity.BATTERY_VOLTAGE, 53.71),
                GeneratorState.RUNNING, RunReason.SOC,
                Optional.of(new Why(Message.of("SOC was below 40 %."), List.of())));
        Reading reading = of(new Reading.Past(Optional.of(moment), Optional.of(4710.0), Optional.empty()));
        assertEquals("Wed 14 Jan 2026, 21:14 \u2022 Running, auto, SOC", reading.title());
        assertEquals("SOC 58 % \u2022 Charger 4\u202f710 W \u2022 Volts 53.7 V", reading.values());
        assertEquals("SOC was below 40 %.", reading.why());
    }

    @Test
    void where_no_why_is_kept_the_decision_before_it_is_told_with_its_time() {
        Event event = new Event(AT.minusSeconds(3600), Event.Kind.GENERATOR, Severity.INFO, Message.of("Started."),
                Optional.empty(), Origin.CORE);
        Moment moment = new Moment(AT, Map.of(), GeneratorState.IDLE, RunReason.NONE, Optional.empty());
        Reading reading = of(new Reading.Past(Optional.of(moment), Optional.empty(), Optional.of(event)));
        assertEquals("Wed 14 Jan 2026, 21:14 \u2022 Off", reading.title());
        assertEquals("14 Jan 20:14 Started.", reading.why());
        assertEquals("nothing recorded here", reading.values());
    }

    @Test
    void a_past_error_is_not_said_to_be_of_any_kind() {
        Moment moment = new Moment(AT, Map.of(), GeneratorState.ERROR, RunReason.NONE, Optional.empty());
        assertEquals("Wed 14 Jan 2026, 21:14 \u2022 In error",
                of(new Reading.Past(Optional.of(moment), Optional.empty(), Optional.empty())).title());
    }

    @Test
    void nothing_recorded_is_said() {
        Reading reading = of(new Reading.Past(Optional.empty(), Optional.empty(), Optional.empty()));
        assertEquals("Wed 14 Jan 2026, 21:14", reading.title());
        assertEquals("nothing recorded here", reading.values());
        assertEquals("No decision is kept for this moment.", reading.why());
    }

    private Reading of(Reading.Past past) {
        return Reading.of(AT, past, words, House.ZONE);
    }
}
