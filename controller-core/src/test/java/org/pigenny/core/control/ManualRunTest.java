// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.control;

import static org.pigenny.core.control.Scenario.given;
import static org.pigenny.core.model.GeneratorState.ERROR;
import static org.pigenny.core.model.GeneratorState.IDLE;
import static org.pigenny.core.model.GeneratorState.LOCKED_OUT;
import static org.pigenny.core.model.GeneratorState.RUNNING;
import static org.pigenny.core.model.GeneratorState.STARTING;
import static org.pigenny.core.model.GeneratorState.STOPPING;
import static org.pigenny.core.model.RunReason.MANUAL;
import static org.pigenny.core.model.RunReason.SOC;

import org.junit.jupiter.api.Test;
import org.pigenny.core.model.Command;
import org.pigenny.core.model.Quantity;

/** Section 2 of generator-control.md: runs and stops by hand. */
class ManualRunTest {

    @Test
    void a_run_until_stopped_ignores_automatic_stops() {
        given().soc(90).start().until(RUNNING).soc(99).after("1h").expect(RUNNING, MANUAL).stop().expect(STOPPING);
    }

    @Test
    void a_run_for_a_given_time_ends_by_itself() {
        given().at("13:00")
                .startFor("1h")
                .expect(STARTING, MANUAL)
                .at("13:59")
                .expect(RUNNING, MANUAL)
                .at("14:00")
                .expect(STOPPING);
    }

    @Test
    void a_timed_run_goes_on_while_a_condition_holds() {
        given().at("13:00")
                .startFor("30min".replace("min", "m"))
                .soc(39)
                .at("13:29")
                .expect(RUNNING, MANUAL)
                .at("13:30")
                .expect(RUNNING, SOC);
    }

    @Test
    void a_run_until_the_automatic_stop_value_ends_when_all_enabled_ones_are_met() {
        given("generator.load.enabled=true").soc(60)
                .set(Quantity.LOAD_POWER, 3000)
                .startUntilAuto()
                .until(RUNNING)
                .soc(80)
                .after("5min")
                .expect(RUNNING, MANUAL)
                .set(Quantity.LOAD_POWER, 1500)
                .after("60s")
                .expect(STOPPING);
    }

    @Test
    void a_run_until_the_automatic_stop_value_is_refused_when_there_is_none_or_it_is_met() {
        given("generator.soc.enabled=false").startUntilAuto().refused("no automatic stop value");
        given().soc(85).startUntilAuto().refused("already met");
    }

    @Test
    void a_manual_run_ignores_the_minimum_run_time() {
        given("generator.min_run_s=3600").start().until(RUNNING).stop().expect(STOPPING);
        given("generator.min_run_s=3600").startFor("10m").after("10min").expect(STOPPING);
    }

    @Test
    void the_run_limit_applies_to_manual_runs() {
        given("generator.max_run_s=1800").start()
                .until(RUNNING)
                .after("28min")
                .expect(RUNNING)
                .after("2min")
                .expect(STOPPING)
                .alarm("G-109");
    }

    @Test
    void daily_starts_and_rest_do_not_apply_to_manual_runs() {
        given("generator.max_starts_per_day=1", "generator.min_rest_s=7200").soc(39)
                .until(RUNNING)
                .soc(80)
                .until(IDLE)
                .soc(39)
                .after("5min")
                .expect(IDLE)
                .says("rests until")
                .start()
                .accepted()
                .expect(STARTING, MANUAL);
        given("generator.max_starts_per_day=1").soc(39)
                .until(RUNNING)
                .soc(80)
                .until(IDLE)
                .soc(39)
                .after("5min")
                .expect(IDLE)
                .says("limit of 1 automatic")
                .start()
                .accepted()
                .expect(STARTING, MANUAL);
    }

    @Test
    void there_is_no_manual_run_in_error_or_locked_out() {
        given().engine("no_fire").soc(39).until(ERROR).start().refused("failed starts").expect(ERROR);
        given().serviceMode(true).expect(LOCKED_OUT).start().refused("Service mode").expect(LOCKED_OUT);
    }

    @Test
    void a_manual_stop_holds_automatic_starts_off_and_the_low_soc_alarm_stays() {
        given().soc(39)
                .until(RUNNING)
                .at("13:00")
                .stop()
                .expect(STOPPING)
                .until(IDLE)
                .says("until 13:30")
                .after("20s")
                .alarm("B-401")
                .check(report -> report.holdUntil().isPresent())
                .at("13:29")
                .expect(IDLE)
                .at("13:30")
                .expect(STARTING, SOC)
                .after("2min")
                .noAlarm("B-401");
    }

    @Test
    void a_hold_is_ended_by_hand() {
        given().soc(39).until(RUNNING).stop().until(IDLE).ask(new Command.EndHold()).accepted().expect(STARTING, SOC);
        given().ask(new Command.EndHold()).refused("Nothing holds");
    }

    @Test
    void a_manual_stop_clears_the_latches() {
        given().soc(39).until(RUNNING).soc(60).stop().until(IDLE).after("1h").expect(IDLE);
    }

    @Test
    void a_manual_stop_without_a_hold_still_comes_to_its_end_first() {
        given("generator.manual_stop_hold_s=0").soc(39)
                .until(RUNNING)
                .stop()
                .after("170s")
                .expect(STOPPING)
                .relays("IGN")
                .until(IDLE)
                .relays("OFF")
                .until(RUNNING);
    }

    @Test
    void a_start_by_hand_during_the_cooldown_returns_to_load_without_a_new_start() {
        given().start()
                .until(RUNNING)
                .stop()
                .after("60s")
                .expect(STOPPING)
                .start()
                .after("3s")
                .expect(RUNNING, MANUAL)
                .relays("IGN+CHARGER");
    }

    @Test
    void a_manual_start_is_possible_with_automatic_start_off() {
        given().autostart(false).soc(30).after("5min").expect(IDLE).start().until(RUNNING).expect(RUNNING, MANUAL);
    }
}
