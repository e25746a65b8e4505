// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.present;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.pigenny.core.model.AlarmReport;
import org.pigenny.core.model.LinkReport;
import org.pigenny.core.model.Severity;
import org.pigenny.kiosk.control.LinkDot;
import org.pigenny.kiosk.control.Sentence;
import org.pigenny.kiosk.control.Tone;
import org.pigenny.kiosk.fake.House;
import org.pigenny.kiosk.fake.Houses;
import org.pigenny.kiosk.fake.Looks;

class HeadlineTest {
    @Test
    void all_is_well_while_the_sun_carries_the_house() {
        assertEquals(new Sentence("All well. The sun carries the house.", Tone.CALM), headline(Houses.idleByDay()));
    }

    @Test
    void an_appliance_that_is_not_commissioned_is_never_said_to_be_well() {
        House house = Houses.uncommissioned();
        assertEquals(new Sentence("Commissioning is not finished: nothing starts by itself.", Tone.WARN),
                headline(house));
        house.points = house.points.subList(1, 2);
        assertEquals(Tone.WARN, headline(house).tone(), "with the wiring checked and the rest still open");
        house.inverterLink = LinkReport.State.DOWN;
        assertEquals("Commissioning is not finished: nothing starts by itself.", headline(house).text(),
                "a new appliance has links that are down");
        assertEquals("automatic off", RunWords.detail(Looks.at(house)), "nothing starts by itself");
    }

    @Test
    void the_next_start_is_told_when_it_can_be_foreseen() {
        assertEquals("All well. The generator starts about 22:40.", headline(Houses.forecast()).text());
    }

    @Test
    void a_charging_generator_says_how_long_it_will_take() {
        assertEquals("Generator charging, about 1 h 10 min to 80 %", headline(Houses.charging()).text());
    }

    @Test
    void a_cooling_generator_counts_down() {
        assertEquals("Generator is cooling down, stops in 2 min 10 s.", headline(Houses.cooldown()).text());
    }

    @Test
    void the_worst_alarm_that_nobody_has_acknowledged_goes_first() {
        House house = Houses.charging();
        house.alarm("G-108", AlarmReport.AlarmClass.WARNING, AlarmReport.State.ACKNOWLEDGED, Severity.MAJOR, "seen",
                "");
        assertEquals(Tone.ACTIVE, headline(house).tone());
        house.alarm("R-202", AlarmReport.AlarmClass.WARNING, AlarmReport.State.UNACKNOWLEDGED, Severity.MAJOR,
                "The bus is dead.", "");
        assertEquals(new Sentence("The bus is dead.", Tone.CRIT), headline(house));
    }

    @Test
    void a_core_that_is_silent_for_three_seconds_is_said_to_be() {
        Now now = Looks.at(Houses.idleByDay(), Duration.ofSeconds(3));
        assertEquals(new Sentence("The controller does not answer (3 s).", Tone.CRIT), Headline.of(now));
        assertEquals(LinkDot.State.DOWN, FrameState.of(now).links().get(2));
    }

    @Test
    void silence_of_devices_is_said_in_plain_words() {
        assertEquals("The inverter does not answer. The battery is not known.", headline(Houses.stale()).text());
        House relays = Houses.relaysDown().noAlarms();
        assertEquals("The relay board does not answer. The generator is not known.", headline(relays).text());
    }

    @Test
    void automatic_off_is_not_called_well() {
        House house = Houses.idleByDay();
        house.autostart = false;
        assertEquals(Tone.WARN, headline(house).tone());
    }

    private static Sentence headline(House house) {
        return Headline.of(Looks.at(house));
    }
}
