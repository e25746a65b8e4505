// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.alarms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.pigenny.core.api.History.PastAlarm;
import org.pigenny.core.model.AlarmReport;
import org.pigenny.core.model.Message;
import org.pigenny.core.model.Severity;
import org.pigenny.kiosk.control.Tone;
import org.pigenny.kiosk.fake.House;
import org.pigenny.kiosk.fake.Houses;
import org.pigenny.kiosk.fake.Looks;

class AlarmsViewModelTest {
    @Test
    void words_go_before_the_code_with_times_count_and_what_to_do() {
        var alarm = AlarmsViewModel.of(Looks.at(Houses.error())).open().getFirst();
        assertEquals("The generator did not start. Three attempts failed.", alarm.alarm().text());
        assertEquals("G-102 \u2022 active, not seen yet \u2022 2 times, first 20:14, last 21:09",
                alarm.alarm().times());
        assertEquals("Check fuel, starter battery and wiring. Then hold RESET.", alarm.alarm().remedy());
        assertEquals(Tone.CRIT, alarm.alarm().tone());
        assertTrue(alarm.canAcknowledge() && alarm.canShelve());
    }

    @Test
    void what_somebody_has_seen_is_calm_and_not_asked_for_again() {
        var seen = AlarmsViewModel.of(Looks.at(Houses.error())).open().get(1);
        assertEquals(Tone.CALM, seen.alarm().tone());
        assertTrue(!seen.canAcknowledge() && seen.canShelve());
        assertTrue(seen.alarm().times().contains("active, seen"));
    }

    @Test
    void each_state_is_said_and_what_is_put_aside_says_until_when() {
        for (AlarmReport.State state : AlarmReport.State.values()) {
            House house = Houses.idleByDay();
            house.alarms()
                    .add(new AlarmReport("I-301", AlarmReport.AlarmClass.WARNING, state, Severity.WARNING,
                            Message.of("Silent."), Message.of("Look."), house.wall.minusSeconds(90_000), house.wall, 1,
                            state == AlarmReport.State.SHELVED
                                    ? Optional.of(house.wall.plusSeconds(3600))
                                    : Optional.empty()));
            var open = AlarmsViewModel.of(Looks.at(house)).open().getFirst();
            assertTrue(open.alarm().times().contains("since 13 Jan 11:14"), open.alarm().times());
            assertTrue(!open.alarm().times().contains("ui.alarm"), open.alarm().times());
            assertEquals(state == AlarmReport.State.SHELVED, open.alarm().times().contains("until 13:14"));
            assertEquals(state != AlarmReport.State.SHELVED, open.canShelve());
        }
    }

    @Test
    void only_major_and_critical_ones_are_red() {
        assertEquals(List.of(Tone.WARN, Tone.WARN, Tone.CRIT, Tone.CRIT),
                List.of(AlarmsViewModel.tone(Severity.WARNING), AlarmsViewModel.tone(Severity.MINOR),
                        AlarmsViewModel.tone(Severity.MAJOR), AlarmsViewModel.tone(Severity.CRITICAL)));
    }

    @Test
    void a_past_one_says_when_it_came_and_went_or_that_it_is_still_on() {
        Instant raised = Instant.parse("2026-01-14T05:00:00Z");
        PastAlarm alarm = new PastAlarm("R-201", Severity.MAJOR, Message.of("The board was silent."), raised,
                Optional.empty(), Optional.empty(), Optional.of(raised.plusSeconds(600)));
        assertEquals(List.of("06:00", "The board was silent. R-201", "over 06:10"),
                AlarmsViewModel.past(Looks.at(Houses.idleByDay()), alarm));
        PastAlarm still = new PastAlarm("R-201", Severity.MAJOR, Message.of("The board is silent."), raised,
                Optional.empty(), Optional.empty(), Optional.empty());
        assertEquals("still on", AlarmsViewModel.past(Looks.at(Houses.idleByDay()), still).getLast());
    }
}
