// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.control;

import static org.pigenny.core.control.Scenario.given;
import static org.pigenny.core.control.Scenario.on;
import static org.pigenny.core.model.GeneratorState.IDLE;
import static org.pigenny.core.model.GeneratorState.RUNNING;
import static org.pigenny.core.model.GeneratorState.STARTING;
import static org.pigenny.core.model.GeneratorState.STOPPING;
import static org.pigenny.core.model.RunReason.EXERCISE;
import static org.pigenny.core.model.RunReason.SOC;
import static org.pigenny.core.model.RunReason.VOLTAGE;

import org.junit.jupiter.api.Test;
import org.pigenny.core.model.Quantity;

/** Section 2 of generator-control.md: quiet hours and exercise runs. */
class QuietAndExerciseTest {

    private static final String[] QUIET = {"generator.quiet_hours.enabled=true", "generator.soc.quiet_start=25",
        "generator.soc.quiet_stop=50", "generator.voltage.enabled=true", "generator.voltage.quiet_start=43"};
    private static final String[] MONTHLY = {"generator.exercise.enabled=true"};

    @Test
    void quiet_hours_have_their_own_start_value() {
        given(QUIET).at("21:00").soc(39).after("1h").expect(IDLE).soc(24).expect(STARTING, SOC);
    }

    @Test
    void entering_quiet_hours_applies_the_quiet_values_at_once() {
        given(QUIET).at("20:00")
                .soc(39)
                .until(RUNNING)
                .soc(60)
                .at("20:59")
                .expect(RUNNING)
                .at("21:00")
                .expect(STOPPING);
    }

    @Test
    void leaving_quiet_hours_brings_the_day_values_back() {
        given(QUIET).at("21:30").soc(39).at("05:59").expect(IDLE).at("06:00").expect(STARTING);
    }

    @Test
    void the_emergency_voltage_overrides_quiet_hours() {
        given(QUIET).at("22:00")
                .set(Quantity.BATTERY_VOLTAGE, 44.1)
                .after("10min")
                .expect(IDLE)
                .set(Quantity.BATTERY_VOLTAGE, 44.0)
                .after("119s")
                .expect(IDLE)
                .after("1s")
                .expect(STARTING, VOLTAGE);
    }

    @Test
    void the_emergency_voltage_is_off_when_voltage_is_not_enabled() {
        given("generator.quiet_hours.enabled=true").at("22:00")
                .set(Quantity.BATTERY_VOLTAGE, 43)
                .after("1h")
                .expect(IDLE);
    }

    @Test
    void an_exercise_runs_when_it_is_due_for_its_time() {
        on("2026-01-29", MONTHLY).soc(60)
                .at("14:59")
                .expect(IDLE)
                .at("15:00")
                .expect(STARTING, EXERCISE)
                .at("15:29")
                .expect(RUNNING, EXERCISE)
                .at("15:30")
                .expect(STOPPING, EXERCISE);
        on("2026-01-28", MONTHLY).soc(60).at("15:01").expect(IDLE);
    }

    @Test
    void an_exercise_is_skipped_when_the_engine_ran_enough_since_the_last() {
        on("2026-01-29", MONTHLY).soc(39).until(RUNNING).after("31min").soc(80).until(IDLE).at("15:01").expect(IDLE);
        on("2026-01-29", "generator.exercise.enabled=true", "generator.exercise.skip_if_ran_s=0").soc(39)
                .until(RUNNING)
                .after("31min")
                .soc(80)
                .until(IDLE)
                .at("15:00")
                .expect(STARTING, EXERCISE);
    }

    @Test
    void an_exercise_needs_automatic_start_and_is_not_made_up_when_missed() {
        on("2026-01-29", MONTHLY).soc(60)
                .autostart(false)
                .at("15:00")
                .expect(IDLE)
                .after("10s")
                .autostart(true)
                .at("16:00")
                .expect(IDLE);
        on("2026-01-29", MONTHLY).soc(60).at("14:00").clock("2026-01-29", "16:00").after("10min").expect(IDLE);
    }

    @Test
    void an_exercise_until_full_ends_at_98_percent() {
        on("2026-01-29", "generator.exercise.enabled=true", "generator.exercise.until_full=true").soc(60)
                .at("15:00")
                .until(RUNNING)
                .at("17:00")
                .expect(RUNNING, EXERCISE)
                .soc(98)
                .expect(STOPPING);
    }

    @Test
    void an_exercise_until_full_ends_when_the_charger_gives_nothing_any_more() {
        on("2026-01-29", "generator.exercise.enabled=true", "generator.exercise.until_full=true",
                "generator.charge_proof.enabled=false").soc(96)
                .set(Quantity.CHARGE_POWER, 0)
                .set(Quantity.DISCHARGE_POWER, 300)
                .set(Quantity.BATTERY_VOLTAGE, 53)
                .at("15:00")
                .until(RUNNING)
                .after("15min")
                .expect(RUNNING, EXERCISE)
                .until(STOPPING)
                .check(report -> report.reason() == EXERCISE);
    }

    @Test
    void a_stop_by_hand_ends_an_exercise() {
        on("2026-01-29", MONTHLY).soc(60)
                .at("15:00")
                .until(RUNNING)
                .stop()
                .expect(STOPPING)
                .until(IDLE)
                .after("10min")
                .expect(IDLE);
    }

    @Test
    void a_condition_that_holds_takes_over_after_an_exercise() {
        on("2026-01-29", MONTHLY).soc(60)
                .at("15:00")
                .until(RUNNING)
                .soc(39)
                .after("60s")
                .expect(RUNNING, EXERCISE)
                .at("15:30")
                .expect(RUNNING, SOC);
    }
}
