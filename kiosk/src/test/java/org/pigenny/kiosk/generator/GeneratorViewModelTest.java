// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.generator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.pigenny.core.model.EngineReport;
import org.pigenny.kiosk.fake.House;
import org.pigenny.kiosk.fake.Houses;
import org.pigenny.kiosk.fake.Looks;

class GeneratorViewModelTest {
    @Test
    void lamps_show_each_relay_and_input_as_it_was_read_back() {
        House house = Houses.warmup();
        house.relays = EngineReport.GLOW | EngineReport.START;
        house.inputs = 0x09;
        assertEquals(lamps(false, true, true, false, true, false, true), of(house).lamps());
    }

    @Test
    void what_was_not_read_back_is_admitted() {
        House house = Houses.warmup();
        house.inputs = null;
        assertEquals(List.of(Optional.of(true), Optional.of(false), Optional.of(false), Optional.of(false),
                Optional.empty(), Optional.empty(), Optional.empty()), of(house).lamps());
        assertTrue(of(Houses.relaysDown()).lamps().stream().allMatch(Optional::isEmpty));
        assertTrue(GeneratorViewModel.of(Looks.at(Houses.charging(), Duration.ofSeconds(5)))
                .lamps()
                .stream()
                .allMatch(Optional::isEmpty));
    }

    @Test
    void the_live_step_counts_down_with_the_whole_of_it() {
        assertEquals("42 s", of(Houses.warmup()).left());
        assertEquals("of 1 min left", of(Houses.warmup()).leftOf());
        assertEquals("", of(Houses.charging()).left());
    }

    @Test
    void service_mode_counts_down_to_its_reminder_and_then_says_that_time_is_up() {
        assertEquals("hold: lock out", of(Houses.idleByDay()).serviceNote());
        House house = Houses.service();
        assertEquals("service, asks in 27 min", of(house).serviceNote());
        house.serviceSince = house.wall.minus(Duration.ofHours(1));
        assertEquals("service: time is up", of(house).serviceNote());
    }

    @Test
    void hours_are_told_for_today_thirty_days_and_all_with_what_is_due() {
        var rows = of(Houses.idleByDay()).upkeep();
        assertEquals(List.of("today", "30 days", "total"), rows.getFirst().values());
        assertEquals(List.of("1.1 h", "61.0 h", "412.0 h"), rows.get(1).values());
        assertEquals(List.of("4.3 kWh", "141.0 kWh", "913.0 kWh"), rows.get(5).values());
        assertEquals(List.of("due in 88.0 h, by Sep 1, 2026"), rows.get(6).values());
        assertEquals(List.of("29 Jan 15:00"), rows.get(7).values());
        assertEquals(List.of("64 %"), rows.get(8).values());
    }

    @Test
    void a_hold_can_be_ended_only_while_there_is_one() {
        assertFalse(of(Houses.idleByDay()).hold());
        House held = Houses.idleByDay();
        held.holdUntil = held.wall.plusSeconds(600);
        assertTrue(of(held).hold());
    }

    @Test
    void a_start_without_a_known_battery_is_no_start_up_to_a_charge() {
        assertTrue(of(Houses.idleByDay()).start().batteryKnown());
        assertFalse(of(Houses.absent()).start().batteryKnown());
        assertEquals("80", of(Houses.idleByDay()).start().stopSoc());
    }

    private static List<Optional<Boolean>> lamps(boolean... lit) {
        java.util.List<Optional<Boolean>> lamps = new java.util.ArrayList<>();
        for (boolean on : lit) {
            lamps.add(Optional.of(on));
        }
        return lamps;
    }

    private static GeneratorPageState of(House house) {
        return GeneratorViewModel.of(Looks.at(house));
    }
}
