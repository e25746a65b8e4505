// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.control;

import static org.pigenny.core.control.Scenario.given;
import static org.pigenny.core.control.Scenario.on;
import static org.pigenny.core.model.GeneratorState.IDLE;
import static org.pigenny.core.model.GeneratorState.LOCKED_OUT;
import static org.pigenny.core.model.GeneratorState.RUNNING;
import static org.pigenny.core.model.GeneratorState.STARTING;
import static org.pigenny.core.model.GeneratorState.STOPPING;
import static org.pigenny.core.model.RunReason.CURRENT;
import static org.pigenny.core.model.RunReason.EXERCISE;
import static org.pigenny.core.model.RunReason.INVERTER_OVERLOAD;
import static org.pigenny.core.model.RunReason.INVERTER_TEMPERATURE;
import static org.pigenny.core.model.RunReason.LOAD;
import static org.pigenny.core.model.RunReason.MANUAL;
import static org.pigenny.core.model.RunReason.SOC;
import static org.pigenny.core.model.RunReason.VOLTAGE;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.pigenny.core.model.Quantity;
import org.pigenny.core.model.RunReason;

/** Section 2 of generator-control.md: the order of authority, and how one reason follows another. */
class AuthorityTest {

    private static final String LOAD_ON = "generator.load.enabled=true";

    @Test
    void an_emergency_stop_rules_over_everything() {
        given().soc(39).start().until(RUNNING).emergencyStop().start().refused("stop was asked").expect(LOCKED_OUT);
    }

    @Test
    void a_stop_wins_over_a_start_of_the_same_moment_whatever_came_first() {
        given().start().stop().expect(IDLE).after("10min").expect(IDLE);
        given().stop().start().expect(IDLE).after("10min").expect(IDLE);
    }

    @Test
    void a_manual_start_rules_over_the_conditions() {
        given().soc(39)
                .until(RUNNING)
                .expect(RUNNING, SOC)
                .start()
                .expect(RUNNING, MANUAL)
                .soc(90)
                .after("10min")
                .expect(RUNNING, MANUAL);
    }

    @Test
    void a_manual_start_rules_over_external_ac() {
        given("generator.external_ac.stop_when_present=true").externalAc(true)
                .start()
                .until(RUNNING)
                .after("10min")
                .expect(RUNNING, MANUAL);
    }

    @Test
    void when_the_reason_clears_the_next_one_that_holds_takes_over_and_is_shown() {
        given(LOAD_ON).set(Quantity.LOAD_POWER, 6500)
                .soc(39)
                .until(RUNNING)
                .after("60s")
                .expect(RUNNING, SOC)
                .soc(80)
                .expect(RUNNING, LOAD)
                .set(Quantity.LOAD_POWER, 1900)
                .after("61s")
                .expect(STOPPING, LOAD);
    }

    /** Everything is enabled and nothing asks for a run. */
    private static Scenario calm(String... more) {
        List<String> settings = new ArrayList<>(List.of(more));
        for (String condition : List.of("soc", "load", "current", "voltage", "inverter_temperature",
                "inverter_overload")) {
            settings.add("generator." + condition + ".enabled=true");
            settings.add("generator." + condition + ".start_delay_s=0");
            settings.add("generator." + condition + ".stop_delay_s=0");
        }
        return given(settings.toArray(String[]::new)).set(Quantity.LOAD_POWER, 500)
                .set(Quantity.BATTERY_CURRENT, 0)
                .set(Quantity.BATTERY_VOLTAGE, 54)
                .set(Quantity.RADIATOR_TEMPERATURE, 30);
    }

    private static void asks(Scenario scenario, RunReason reason, boolean on) {
        switch (reason) {
            case SOC -> scenario.soc(on ? 30 : 90);
            case LOAD -> scenario.set(Quantity.LOAD_POWER, on ? 7000 : 500);
            case CURRENT -> scenario.set(Quantity.BATTERY_CURRENT, on ? -150 : 0);
            case VOLTAGE -> scenario.set(Quantity.BATTERY_VOLTAGE, on ? 45 : 54);
            case INVERTER_TEMPERATURE -> scenario.set(Quantity.RADIATOR_TEMPERATURE, on ? 75 : 30);
            case INVERTER_OVERLOAD -> scenario.overload(on);
            case NONE, MANUAL, EXERCISE, DATA_LOSS -> throw new IllegalArgumentException(reason.word());
        }
    }

    @Test
    void each_condition_rules_over_those_after_it_and_gives_way_to_them_in_that_order() {
        List<RunReason> order = List.of(SOC, LOAD, CURRENT, VOLTAGE, INVERTER_TEMPERATURE, INVERTER_OVERLOAD);
        Scenario scenario = calm();
        for (RunReason reason : order.reversed()) {
            asks(scenario, reason, true);
            scenario.check(report -> report.reason() == reason);
        }
        scenario.until(RUNNING);
        for (int i = 0; i < order.size() - 1; i++) {
            asks(scenario, order.get(i), false);
            scenario.expect(RUNNING, order.get(i + 1));
        }
        asks(scenario, INVERTER_OVERLOAD, false);
        scenario.expect(STOPPING);
    }

    @Test
    void a_start_delay_runs_while_another_reason_has_the_engine_on() {
        given(LOAD_ON, "generator.load.start_delay_s=120").soc(39)
                .until(RUNNING)
                .set(Quantity.LOAD_POWER, 6500)
                .after("60s")
                .soc(80)
                .expect(STOPPING);
        given(LOAD_ON, "generator.load.start_delay_s=120").soc(39)
                .until(RUNNING)
                .set(Quantity.LOAD_POWER, 6500)
                .after("121s")
                .soc(80)
                .expect(RUNNING, LOAD);
    }

    @Test
    void a_manual_start_rules_over_an_exercise_and_a_manual_stop_over_both() {
        Scenario exercise = on("2026-01-29", "generator.exercise.enabled=true").soc(60).at("15:00").until(RUNNING);
        exercise.expect(RUNNING, EXERCISE).start().expect(RUNNING, MANUAL).stop().expect(STOPPING);
    }

    @Test
    void an_exercise_rules_over_external_ac_and_over_the_conditions() {
        on("2026-01-29", "generator.exercise.enabled=true", "generator.external_ac.stop_when_present=true").soc(39)
                .externalAc(true)
                .at("14:59")
                .expect(IDLE)
                .at("15:00")
                .until(RUNNING)
                .expect(RUNNING, EXERCISE)
                .externalAc(false)
                .after("10s")
                .expect(RUNNING, EXERCISE);
    }

    @Test
    void external_ac_rules_over_every_condition() {
        Scenario scenario = calm("generator.external_ac.stop_when_present=true").externalAc(true);
        for (RunReason reason : List.of(SOC, LOAD, CURRENT, VOLTAGE, INVERTER_TEMPERATURE, INVERTER_OVERLOAD)) {
            asks(scenario, reason, true);
            scenario.after("3min").expect(IDLE);
        }
        scenario.externalAc(false).expect(STARTING, SOC);
    }

    @Test
    void service_mode_rules_over_a_manual_start() {
        given().start().until(RUNNING).serviceMode(true).expect(STOPPING).start().refused("Service mode");
    }

    @Test
    void a_reason_of_higher_authority_takes_the_run_over() {
        given(LOAD_ON).set(Quantity.LOAD_POWER, 6500)
                .until(RUNNING)
                .expect(RUNNING, LOAD)
                .soc(39)
                .expect(RUNNING, SOC);
    }

    @Test
    void with_external_ac_the_latches_are_held_reset_so_the_band_does_not_restart() {
        given("generator.external_ac.stop_when_present=true").soc(39)
                .until(RUNNING)
                .externalAc(true)
                .expect(STOPPING)
                .until(IDLE)
                .soc(60)
                .externalAc(false)
                .after("10min")
                .expect(IDLE)
                .soc(39)
                .expect(STARTING, SOC);
    }

    @Test
    void without_the_setting_external_ac_changes_nothing() {
        given().externalAc(true).soc(39).expect(STARTING, SOC);
    }

    @Test
    void unknown_external_ac_neither_stops_nor_starts() {
        given("generator.external_ac.stop_when_present=true").soc(39)
                .until(RUNNING)
                .inverterSilent(true)
                .after("60s")
                .expect(RUNNING, SOC);
    }
}
