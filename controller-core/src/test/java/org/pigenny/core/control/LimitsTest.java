// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.pigenny.core.control.Scenario.given;
import static org.pigenny.core.model.GeneratorState.IDLE;
import static org.pigenny.core.model.GeneratorState.LOCKED_OUT;
import static org.pigenny.core.model.GeneratorState.RUNNING;
import static org.pigenny.core.model.GeneratorState.STARTING;
import static org.pigenny.core.model.GeneratorState.STOPPING;
import static org.pigenny.core.model.RunReason.LOAD;
import static org.pigenny.core.model.RunReason.SOC;

import org.junit.jupiter.api.Test;
import org.pigenny.core.model.Command;
import org.pigenny.core.model.Quantity;

/** Sections 2 and 3 of generator-control.md: limits, rests, fuel, automatic start. */
class LimitsTest {

    @Test
    void the_run_limit_stops_through_the_cooldown_and_says_how_far_it_got() {
        given("generator.max_run_s=3600").soc(39)
                .until(RUNNING)
                .soc(72)
                .after("1h")
                .expect(STOPPING)
                .relays("IGN")
                .says("72 % of 80 %")
                .alarm("G-109");
    }

    @Test
    void a_run_limit_of_0_is_no_limit() {
        given("generator.max_run_s=0").soc(39)
                .until(RUNNING)
                .after("20h")
                .expect(RUNNING);
    }

    @Test
    void after_the_run_limit_automatic_starts_rest() {
        given("generator.max_run_s=600", "generator.rest_after_limit_s=3600").soc(39)
                .until(RUNNING)
                .until(STOPPING)
                .after("3590s")
                .expect(IDLE)
                .alarm("G-109")
                .after("15s")
                .expect(STARTING, SOC)
                .after("5s")
                .noAlarm("G-109");
    }

    @Test
    void a_person_who_acknowledges_ends_the_rest_after_the_limit() {
        given("generator.max_run_s=600").soc(39)
                .until(RUNNING)
                .until(STOPPING)
                .until(IDLE)
                .ask(new Command.Acknowledge("G-109"))
                .accepted()
                .expect(STARTING, SOC);
    }

    @Test
    void the_run_limit_clears_the_latches() {
        given("generator.max_run_s=600", "generator.rest_after_limit_s=60").soc(39)
                .until(RUNNING)
                .soc(60)
                .until(STOPPING)
                .until(IDLE)
                .after("1h")
                .expect(IDLE);
    }

    @Test
    void no_start_by_hand_gets_around_the_run_limit_while_the_engine_turns() {
        given("generator.max_run_s=600").start()
                .until(RUNNING)
                .until(STOPPING)
                .start()
                .refused("run limit")
                .until(IDLE)
                .start()
                .accepted()
                .expect(STARTING);
    }

    @Test
    void the_run_limit_ends_a_run_with_every_input_silent() {
        Scenario s = given("generator.max_run_s=600", "generator.data_loss.policy=keep").soc(39)
                .until(RUNNING)
                .inverterSilent(true)
                .after("500s")
                .expect(RUNNING)
                .after("30s")
                .expect(STOPPING)
                .until(IDLE)
                .relays("OFF");
        assertEquals(1, s.starts());
    }

    @Test
    void an_automatic_run_lasts_at_least_its_minimum() {
        given("generator.min_run_s=1800").soc(39)
                .until(RUNNING)
                .soc(90)
                .after("25min")
                .expect(RUNNING, SOC)
                .after("5min")
                .expect(STOPPING);
    }

    @Test
    void the_engine_rests_between_automatic_runs() {
        given("generator.min_rest_s=3600").soc(39)
                .until(RUNNING)
                .soc(80)
                .until(IDLE)
                .soc(39)
                .after("3590s")
                .expect(IDLE)
                .after("15s")
                .expect(STARTING);
    }

    @Test
    void automatic_starts_a_day_are_limited_until_midnight() {
        Scenario s = given("generator.max_starts_per_day=2");
        for (int i = 0; i < 2; i++) {
            s.soc(39).until(RUNNING).soc(80).until(IDLE);
        }
        s.soc(39).at("23:59").expect(IDLE).at("00:00").expect(STARTING, SOC);
    }

    @Test
    void fuel_stops_the_run_at_its_stop_level_and_locks_starts_until_it_is_filled() {
        given("generator.fuel.stop_at_pct=10", "generator.fuel.prevent_start_below_pct=15").fuel(50)
                .soc(39)
                .until(RUNNING)
                .fuel(12)
                .after("5min")
                .expect(RUNNING)
                .alarm("G-110")
                .fuel(10)
                .expect(STOPPING)
                .relays("IGN")
                .until(LOCKED_OUT)
                .alarm("G-111")
                .start()
                .refused("Fuel")
                .fuel(15)
                .after("5min")
                .expect(LOCKED_OUT)
                .fuel(15.1)
                .expect(IDLE)
                .after("1s")
                .expect(STARTING);
    }

    @Test
    void fuel_stops_a_manual_run_too_and_does_not_wait_for_the_minimum_run_time() {
        given("generator.fuel.stop_at_pct=10", "generator.min_run_s=3600").fuel(50)
                .start()
                .until(RUNNING)
                .fuel(9)
                .expect(STOPPING);
    }

    @Test
    void the_fuel_model_counts_litres_and_a_measured_level_replaces_it() {
        Scenario s = given("generator.fuel.capacity_l=20", "generator.fuel.l_per_h_loaded=2",
                "generator.fuel.l_per_h_idle=1", "generator.fuel.stop_at_pct=50",
                "generator.fuel.prevent_start_below_pct=60").soc(39).until(RUNNING).after("4h");
        assertEquals(60, s.report().upkeep().fuelPct().orElseThrow(), 1);
        s.fuel(90);
        assertEquals(90, s.report().upkeep().fuelPct().orElseThrow());
    }

    @Test
    void a_tank_that_was_filled_is_told_by_hand() {
        Scenario s = given("generator.fuel.capacity_l=20", "generator.fuel.l_per_h_loaded=10",
                "generator.fuel.l_per_h_idle=1", "generator.fuel.prevent_start_below_pct=50").soc(39)
                .until(RUNNING)
                .after("65min")
                .soc(80)
                .until(LOCKED_OUT)
                .ask(new Command.SetFuel(100))
                .accepted()
                .after("1s")
                .expect(IDLE);
        assertEquals(100, s.report().upkeep().fuelPct().orElseThrow());
    }

    @Test
    void switching_automatic_start_off_stops_an_automatic_run_through_the_cooldown() {
        given("generator.min_run_s=3600").soc(39)
                .until(RUNNING)
                .autostart(false)
                .expect(STOPPING)
                .relays("IGN")
                .until(IDLE)
                .after("1h")
                .expect(IDLE)
                .says("Automatic start is switched off");
    }

    @Test
    void automatic_start_that_stays_off_is_reminded_of() {
        given().autostart(false)
                .after("599s")
                .noAlarm("G-113")
                .after("2s")
                .alarm("G-113")
                .autostart(true)
                .noAlarm("G-113");
    }

    @Test
    void safe_mode_blocks_starts_and_does_not_stop_a_run() {
        Scenario s = given().soc(39).until(RUNNING);
        s.plant.startsBlocked(true);
        s.after("10min")
                .expect(RUNNING)
                .soc(80)
                .until(IDLE)
                .soc(39)
                .after("5min")
                .expect(IDLE)
                .alarm("C-506")
                .start()
                .refused("Safe mode");
        s.plant.startsBlocked(false);
        s.after("1s").expect(STARTING);
    }

    @Test
    void a_new_reason_during_the_cooldown_returns_to_load_without_a_new_crank() {
        Scenario s = given().soc(39)
                .until(RUNNING)
                .soc(80)
                .after("60s")
                .expect(STOPPING)
                .soc(39)
                .after("2s")
                .expect(RUNNING, SOC)
                .relays("IGN+CHARGER");
        assertEquals(1, s.report().upkeep().today().starts());
    }

    @Test
    void the_return_to_load_is_explained_by_the_new_reason_and_not_by_that_of_the_run_before() {
        Scenario s = given("generator.load.enabled=true", "generator.load.start_delay_s=30")
                .soc(39)
                .until(RUNNING)
                .soc(80)
                .after("2s")
                .expect(STOPPING, SOC)
                .set(Quantity.LOAD_POWER, 9000)
                .until("the return to load", report -> report.why().sentence().key().equals("why.resuming"))
                .says("Returning to load: House load");
        s.until(RUNNING).expect(RUNNING, LOAD);
    }

    @Test
    void the_cooldown_is_not_owed_by_an_engine_that_never_carried_load() {
        given().soc(39).after("30s").expect(STARTING).soc(80).expect(STOPPING).after("2s").relays("OFF").expect(IDLE);
    }

    @Test
    void service_is_due_by_hours_or_months_and_begins_anew_when_done() {
        Scenario s = given("generator.service.every_h=1").soc(39).until(RUNNING).after("61min").alarm("G-112");
        assertTrue(s.report().upkeep().toService().orElseThrow().isNegative());
        s.ask(new Command.ServiceDone()).accepted().noAlarm("G-112");
        given("generator.service.every_months=1").clock("2026-02-04", "12:00")
                .noAlarm("G-112")
                .clock("2026-02-05", "12:00")
                .noAlarm("G-112");
    }

    @Test
    void counters_count_engine_time_loaded_time_and_starts() {
        Scenario s = given().soc(39).until(RUNNING).after("1h").soc(80).until(IDLE);
        assertEquals(1, s.report().upkeep().total().starts());
        assertEquals(3600, (double) s.report().upkeep().total().loaded().toSeconds(), 5);
        assertEquals(3600 + 60 + 20 + 4 + 180, (double) s.report().upkeep().total().engine().toSeconds(), 5);
    }
}
