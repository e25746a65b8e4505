// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.home;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Locale;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.pigenny.core.model.ChargeProof;
import org.pigenny.core.model.Quantity;
import org.pigenny.kiosk.control.FlowLine.Direction;
import org.pigenny.kiosk.control.Standing;
import org.pigenny.kiosk.control.Tone;
import org.pigenny.kiosk.fake.House;
import org.pigenny.kiosk.fake.Houses;
import org.pigenny.kiosk.fake.Looks;
import org.pigenny.kiosk.present.KeyState;

class HomeViewModelTest {
    @Test
    void a_fresh_value_is_live_and_has_context() {
        HomeState home = home(Houses.idleByDay());
        assertEquals("71", home.soc().number());
        assertEquals("53.1", home.battery().number());
        assertEquals("rising, +1.2 kW", home.battery().note());
        assertEquals("2\u202f570", home.solar().number());
        assertEquals("8.6 kWh today", home.solar().note());
        assertEquals(Standing.LIVE, home.soc().standing());
    }

    @Test
    void a_value_that_missed_two_polls_is_stale_and_says_its_age() {
        HomeState home = home(Houses.stale());
        assertEquals(Standing.STALE, home.soc().standing());
        assertEquals("46", home.soc().number());
        assertEquals("2 min 50 s old", home.soc().note());
        assertEquals(OptionalDouble.empty(), home.volts());
    }

    @Test
    void a_value_that_is_too_old_is_not_shown_and_the_reason_is() {
        HomeState home = home(Houses.absent());
        assertEquals("--", home.soc().number());
        assertEquals("inverter silent", home.soc().note());
        assertEquals(OptionalDouble.empty(), home.socPercent());
    }

    @Test
    void a_value_that_was_never_read_says_so() {
        assertEquals("not read yet", home(new House()).soc().note());
    }

    @Test
    void a_silent_core_leaves_nothing_that_looks_live() {
        HomeState home = HomeViewModel.of(Looks.at(Houses.idleByDay(), Duration.ofSeconds(3)), "");
        assertEquals(Standing.STALE, home.soc().standing());
        assertEquals(Standing.ABSENT, home.generator().standing());
        assertEquals(KeyState.Kind.STOP, home.key().kind());
    }

    @Test
    void a_charging_generator_shows_its_inferred_power_and_the_verdict() {
        HomeState home = home(Houses.charging());
        assertEquals("4\u202f710", home.generator().number());
        assertEquals("charging proven 20:31", home.generator().note());
        assertEquals("rising, +4.1 kW", home.battery().note());
        assertEquals(Tone.ACTIVE, home.socTone());
    }

    @Test
    void a_loaded_generator_whose_power_is_not_known_yet_is_not_said_to_give_nothing() {
        House house = Houses.charging();
        house.proof = ChargeProof.NONE;
        HomeState home = home(house);
        assertEquals("On", home.generator().number());
        assertEquals("charging not yet proven", home.generator().note());
        assertEquals("", home.battery().note());
    }

    @Test
    void a_running_generator_is_never_red() {
        assertEquals(Tone.CALM, home(Houses.charging()).state().tone());
        assertEquals(Tone.CALM, home(Houses.warmup()).state().tone());
        assertNotEquals(Tone.CRIT, home(Houses.cooldown()).state().tone());
    }

    @Test
    void power_flows_only_above_thirty_watts_and_in_its_direction() {
        House house = Houses.idleByDay();
        assertEquals(Direction.BACK, home(house).flows().get(2).direction());
        assertEquals(Direction.BACK, home(house).flows().get(1).direction());
        assertEquals(Direction.NONE, home(house).flows().get(0).direction());
        house.reads(Quantity.PV_POWER, 30);
        assertEquals(Direction.NONE, home(house).flows().get(2).direction());
        assertEquals(Direction.FORWARD, home(Houses.charging()).flows().get(0).direction());
    }

    @Test
    void the_ring_is_red_only_when_the_battery_is_low_and_nothing_helps() {
        assertEquals(Tone.CRIT, home(Houses.error()).socTone());
        House low = Houses.forecast();
        low.reads(Quantity.SOC, 35);
        assertEquals(Tone.WARN, home(low).socTone());
        assertEquals(Tone.GOOD, home(Houses.idleByDay()).socTone());
    }

    @Test
    void german_is_complete_and_writes_numbers_its_own_way() {
        HomeState home = HomeViewModel.of(Looks.at(Houses.idleByDay(), Locale.GERMAN), "");
        assertEquals("53,1", home.battery().number());
        assertEquals("steigt, +1,2 kW", home.battery().note());
        assertTrue(home.steps().stream().noneMatch(step -> step.name().startsWith("ui.")));
    }

    @Test
    void before_the_wiring_is_checked_it_says_why_nothing_starts_and_what_to_do() {
        HomeState home = home(Houses.uncommissioned());
        assertEquals("Nobody has checked the wiring yet, so nothing may start. The first steps lead through it, "
                + "then START works.", home.why());
        assertEquals("not yet: touch for the first steps", home.key().note());
        HomeState german = HomeViewModel.of(Looks.at(Houses.uncommissioned(), Locale.GERMAN), "");
        assertEquals("Die Verdrahtung ist noch nicht geprüft, darum darf nichts starten. Die ersten Schritte führen "
                + "hindurch, dann geht START.", german.why());
    }

    private static HomeState home(House house) {
        return HomeViewModel.of(Looks.at(house), "");
    }

    @Test
    void while_the_core_is_silent_nothing_goes_on_counting_and_nobody_else_is_blamed() {
        HomeState state = HomeViewModel.of(Looks.at(Houses.charging(), Duration.ofSeconds(5)), "");
        assertEquals("", state.detail());
        assertEquals("controller silent", state.generator().note());
        assertTrue(state.why().startsWith("As of 21:14, not renewed since: "), state.why());
        assertEquals("10 s old", state.soc().note());
    }
}
