// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.pigenny.core.control.Scenario.given;
import static org.pigenny.core.model.GeneratorState.ERROR;
import static org.pigenny.core.model.GeneratorState.ERROR_RECOVERY;
import static org.pigenny.core.model.GeneratorState.IDLE;
import static org.pigenny.core.model.GeneratorState.LOCKED_OUT;
import static org.pigenny.core.model.GeneratorState.RUNNING;
import static org.pigenny.core.model.GeneratorState.STARTING;
import static org.pigenny.core.model.GeneratorState.STOPPING;
import static org.pigenny.core.model.GeneratorState.UNKNOWN;
import static org.pigenny.core.model.RunReason.MANUAL;
import static org.pigenny.core.model.RunReason.NONE;
import static org.pigenny.core.model.RunReason.SOC;

import org.junit.jupiter.api.Test;
import org.pigenny.core.model.EngineCommand;

/** Section 1 of generator-control.md, sentence by sentence. */
class CycleTest {
    @Test
    void the_engine_starts_below_the_start_value_charges_and_stops_through_the_cooldown() {
        given().at("16:20")
                .soc(39)
                .expect(STARTING, SOC)
                .until(RUNNING)
                .relays("IGN+CHARGER")
                .soc(79)
                .after("60s")
                .expect(RUNNING, SOC)
                .soc(80)
                .expect(STOPPING, SOC)
                .relays("IGN")
                .after("170s")
                .relays("IGN")
                .until(IDLE)
                .relays("OFF")
                .expect(IDLE, NONE);
    }

    @Test
    void a_failed_start_is_repeated_after_a_rest_and_the_third_failure_is_an_error() {
        Scenario s = given().engine("no_fire").soc(39).until(ERROR);
        assertEquals(3, s.starts());
        s.relays("OFF").after("2h").expect(ERROR);
        assertEquals(3, s.starts());
    }

    @Test
    void an_error_ends_only_by_a_reset_which_starts_nothing_by_itself_but_a_low_soc_is_met_anew() {
        given().engine("no_fire")
                .soc(39)
                .until(ERROR)
                .start()
                .refused("failed starts")
                .engine("ok")
                .reset()
                .accepted()
                .expect(IDLE)
                .until(RUNNING)
                .expect(RUNNING, SOC);
        given().engine("no_fire").soc(39).until(ERROR).engine("ok").soc(41).reset().after("1h").expect(IDLE);
    }

    @Test
    void a_reset_is_refused_while_the_cause_is_there_or_cannot_be_seen() {
        given().engine("no_fire")
                .soc(39)
                .until(ERROR)
                .relaySilent(true)
                .reset()
                .refused("does not answer")
                .expect(ERROR)
                .relaySilent(false)
                .engine("welded_starter")
                .after("5s")
                .reset()
                .refused("inputs read 8")
                .expect(ERROR);
    }

    @Test
    void an_engine_that_dies_under_load_is_made_safe_and_started_again_while_it_is_needed() {
        given().soc(39)
                .until(RUNNING)
                .engine("stall")
                .until(ERROR_RECOVERY)
                .engine("ok")
                .until(RUNNING)
                .expect(RUNNING, SOC);
    }

    @Test
    void an_engine_that_keeps_dying_ends_in_error_after_three_attempts() {
        Scenario s = given().soc(39).until(RUNNING).engine("stall").until(ERROR);
        assertEquals(4, s.starts());
    }

    @Test
    void attempts_to_recover_count_as_failures_even_when_the_engine_comes_up_for_a_while() {
        Scenario s = given().soc(39).until(RUNNING);
        for (int death = 1; death <= 3; death++) {
            s.engine("stall").until(ERROR_RECOVERY).engine("ok").until(RUNNING).after("30s");
        }
        s.engine("stall").after("30s").until(ERROR).relays("OFF");
    }

    @Test
    void a_need_that_goes_while_the_engine_is_dead_ends_in_idle() {
        given().soc(39)
                .until(RUNNING)
                .engine("stall")
                .until(ERROR_RECOVERY)
                .soc(85)
                .until(IDLE)
                .after("10min")
                .expect(IDLE);
    }

    @Test
    void an_optional_retry_after_an_error_waits_its_time() {
        given("generator.retry_after_error_s=3600").engine("no_fire")
                .soc(39)
                .until(ERROR)
                .engine("ok")
                .after("3590s")
                .expect(ERROR)
                .until(RUNNING);
    }

    @Test
    void the_state_is_not_known_while_the_relay_server_is_silent_and_adopted_when_it_answers() {
        given().soc(39)
                .until(RUNNING)
                .relaySilent(true)
                .expect(UNKNOWN, SOC)
                .after("10s")
                .relaySilent(false)
                .expect(RUNNING, SOC);
    }

    @Test
    void a_silence_longer_than_the_lease_ends_the_run_and_the_need_starts_it_anew() {
        given().soc(39)
                .until(RUNNING)
                .relaySilent(true)
                .after("10min")
                .expect(UNKNOWN)
                .relaySilent(false)
                .after("1s")
                .until(RUNNING)
                .expect(RUNNING, SOC);
    }

    @Test
    void nothing_starts_while_the_relay_server_is_absent_from_the_beginning() {
        given().relaySilent(true)
                .soc(30)
                .after("1h")
                .expect(UNKNOWN)
                .says("not known")
                .start()
                .refused("does not answer")
                .relaySilent(false)
                .expect(STARTING, SOC);
    }

    @Test
    void an_emergency_stop_lets_everything_go_at_once_and_lasts_until_a_reset() {
        given().soc(39)
                .until(RUNNING)
                .emergencyStop()
                .expect(LOCKED_OUT)
                .relays("OFF")
                .start()
                .refused("Emergency stop")
                .after("5s")
                .reset()
                .accepted()
                .after("2s")
                .until(RUNNING);
    }

    @Test
    void a_reset_after_an_emergency_stop_does_not_bring_a_manual_run_back() {
        given().start()
                .until(RUNNING)
                .emergencyStop()
                .expect(LOCKED_OUT)
                .after("5s")
                .reset()
                .accepted()
                .after("1h")
                .expect(IDLE);
    }

    @Test
    void service_mode_stops_the_run_and_nothing_starts_until_it_is_left() {
        given().soc(39)
                .until(RUNNING)
                .serviceMode(true)
                .expect(STOPPING)
                .until(LOCKED_OUT)
                .start()
                .refused("Service mode")
                .after("1h")
                .expect(LOCKED_OUT)
                .serviceMode(false)
                .after("1s")
                .until(RUNNING)
                .expect(RUNNING, SOC);
    }

    @Test
    void service_mode_that_is_left_while_the_relay_server_is_silent_ends_in_what_is_known() {
        given().serviceMode(true)
                .expect(LOCKED_OUT)
                .relaySilent(true)
                .expect(LOCKED_OUT)
                .serviceMode(false)
                .expect(UNKNOWN)
                .relaySilent(false)
                .expect(IDLE);
    }

    @Test
    void a_controller_that_restarts_takes_over_the_running_engine() {
        given().soc(39)
                .until(RUNNING)
                .soc(60)
                .after("10min")
                .restart()
                .expect(RUNNING, SOC)
                .says("Running: SOC was below 40 %")
                .soc(80)
                .expect(STOPPING);
    }

    @Test
    void an_error_survives_a_restart_of_the_controller() {
        given().engine("no_fire").soc(39).until(ERROR).engine("ok").restart().expect(ERROR).after("1h").expect(ERROR);
    }

    @Test
    void a_stop_in_the_middle_of_a_crank_is_no_failure() {
        given().soc(39)
                .after("3s")
                .relays("IGN+START")
                .stop()
                .expect(STOPPING)
                .relays("OFF")
                .until(IDLE)
                .check(report -> report.reason() == NONE);
    }

    @Test
    void an_engine_that_somebody_starts_at_the_server_in_error_or_locked_out_is_stopped_again() {
        Scenario error = given().engine("no_fire").soc(39).until(ERROR).engine("ok").after("20s");
        error.plant.engine().submit(EngineCommand.RESET);
        error.plant.engine().submit(EngineCommand.START);
        error.after("5s").expect(ERROR).relays("OFF");
        Scenario service = given().serviceMode(true).expect(LOCKED_OUT);
        service.plant.engine().submit(EngineCommand.START);
        service.after("5s").expect(LOCKED_OUT).relays("OFF");
        assertEquals(1, service.events.stream().filter(event -> event.text().key().equals("event.barred")).count());
    }

    @Test
    void a_run_that_somebody_else_started_is_shown_as_a_run_by_hand() {
        Scenario s = given().expect(IDLE);
        s.plant.engine().submit(org.pigenny.core.model.EngineCommand.START);
        s.after("1s").expect(STARTING, MANUAL).until(RUNNING).stop().until(IDLE);
    }
}
