// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.control;

import static org.pigenny.core.control.Scenario.given;
import static org.pigenny.core.model.GeneratorState.IDLE;
import static org.pigenny.core.model.GeneratorState.RUNNING;
import static org.pigenny.core.model.GeneratorState.STARTING;
import static org.pigenny.core.model.GeneratorState.STOPPING;
import static org.pigenny.core.model.RunReason.CURRENT;
import static org.pigenny.core.model.RunReason.INVERTER_OVERLOAD;
import static org.pigenny.core.model.RunReason.INVERTER_TEMPERATURE;
import static org.pigenny.core.model.RunReason.LOAD;
import static org.pigenny.core.model.RunReason.SOC;
import static org.pigenny.core.model.RunReason.VOLTAGE;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.pigenny.core.model.Quantity;
import org.pigenny.core.simulation.loop.ControlledPlant;

/** Section 2 of generator-control.md: each condition, its delays and its band. */
class ConditionsTest {

    @Test
    void soc_starts_strictly_below_its_start_value_and_stops_at_its_stop_value() {
        given().soc(40)
                .after("5min")
                .expect(IDLE)
                .soc(39.9)
                .expect(STARTING)
                .until(RUNNING)
                .soc(79.9)
                .after("60s")
                .expect(RUNNING)
                .soc(80)
                .expect(STOPPING);
    }

    @Test
    void inside_the_band_nothing_changes() {
        given().soc(60).after("1h").expect(IDLE).soc(39).until(RUNNING).soc(60).after("1h").expect(RUNNING, SOC);
    }

    @Test
    void a_start_value_must_hold_for_its_delay_and_leaving_it_begins_anew() {
        given("generator.soc.start_delay_s=120").soc(39)
                .after("100s")
                .expect(IDLE)
                .soc(41)
                .after("5s")
                .soc(39)
                .after("119s")
                .expect(IDLE)
                .after("1s")
                .expect(STARTING, SOC);
    }

    @Test
    void a_stop_value_must_hold_for_its_delay_and_leaving_it_begins_anew() {
        given("generator.soc.stop_delay_s=60").soc(39)
                .until(RUNNING)
                .soc(81)
                .after("50s")
                .expect(RUNNING)
                .soc(79)
                .after("5s")
                .soc(80)
                .after("59s")
                .expect(RUNNING)
                .after("1s")
                .expect(STOPPING);
    }

    @Test
    void load_starts_at_its_start_value_and_stops_at_its_stop_value() {
        given("generator.load.enabled=true").set(Quantity.LOAD_POWER, 5999)
                .after("5min")
                .expect(IDLE)
                .set(Quantity.LOAD_POWER, 6000)
                .after("59s")
                .expect(IDLE)
                .after("1s")
                .expect(STARTING, LOAD)
                .until(RUNNING)
                .set(Quantity.LOAD_POWER, 2001)
                .after("5min")
                .expect(RUNNING)
                .set(Quantity.LOAD_POWER, 2000)
                .after("60s")
                .expect(STOPPING);
    }

    @Test
    void current_is_net_battery_discharge() {
        given("generator.current.enabled=true").set(Quantity.BATTERY_CURRENT, -120)
                .after("60s")
                .expect(STARTING, CURRENT)
                .until(RUNNING)
                .set(Quantity.BATTERY_CURRENT, -60)
                .after("60s")
                .expect(STOPPING);
        given("generator.current.enabled=true").set(Quantity.BATTERY_CURRENT, 150).after("5min").expect(IDLE);
    }

    @Test
    void current_follows_from_the_powers_when_nothing_measures_it_and_never_from_the_load() {
        given("generator.current.enabled=true").set(Quantity.LOAD_POWER, 9000)
                .after("5min")
                .expect(IDLE)
                .set(Quantity.BATTERY_VOLTAGE, 50)
                .set(Quantity.DISCHARGE_POWER, 6000)
                .set(Quantity.CHARGE_POWER, 0)
                .after("60s")
                .expect(STARTING, CURRENT);
    }

    @Test
    void a_measured_current_that_is_unknown_stays_unknown() {
        given("generator.current.enabled=true").unknown(Quantity.BATTERY_CURRENT)
                .set(Quantity.BATTERY_VOLTAGE, 50)
                .set(Quantity.DISCHARGE_POWER, 9000)
                .set(Quantity.CHARGE_POWER, 0)
                .after("2min")
                .expect(IDLE);
    }

    @Test
    void voltage_starts_at_or_below_and_stops_at_or_above() {
        given("generator.voltage.enabled=true").set(Quantity.BATTERY_VOLTAGE, 46.1)
                .after("5min")
                .expect(IDLE)
                .set(Quantity.BATTERY_VOLTAGE, 46.0)
                .after("119s")
                .expect(IDLE)
                .after("1s")
                .expect(STARTING, VOLTAGE)
                .until(RUNNING)
                .set(Quantity.BATTERY_VOLTAGE, 52.9)
                .after("5min")
                .expect(RUNNING)
                .set(Quantity.BATTERY_VOLTAGE, 53.0)
                .after("60s")
                .expect(STOPPING);
    }

    @Test
    void a_hot_inverter_starts_and_a_cool_one_stops() {
        given("generator.inverter_temperature.enabled=true").set(Quantity.RADIATOR_TEMPERATURE, 70)
                .after("60s")
                .expect(STARTING, INVERTER_TEMPERATURE)
                .until(RUNNING)
                .set(Quantity.RADIATOR_TEMPERATURE, 61)
                .after("5min")
                .expect(RUNNING)
                .set(Quantity.RADIATOR_TEMPERATURE, 60)
                .after("60s")
                .expect(STOPPING);
    }

    @Test
    void an_inverter_that_says_it_is_hot_starts_too() {
        Scenario s = given("generator.inverter_temperature.enabled=true").set(Quantity.RADIATOR_TEMPERATURE, 50);
        s.plant.inputs().flags(1L << 25, 0);
        s.after("60s").expect(STARTING, INVERTER_TEMPERATURE);
        Scenario warned = given("generator.inverter_temperature.enabled=true").set(Quantity.RADIATOR_TEMPERATURE, 50);
        warned.plant.inputs().flags(0, 1L << 13);
        warned.after("60s").expect(STARTING, INVERTER_TEMPERATURE);
    }

    @Test
    void overload_starts_and_its_end_stops() {
        given("generator.inverter_overload.enabled=true").overload(true)
                .after("9s")
                .expect(IDLE)
                .after("1s")
                .expect(STARTING, INVERTER_OVERLOAD)
                .until(RUNNING)
                .overload(false)
                .after("59s")
                .expect(RUNNING)
                .after("1s")
                .expect(STOPPING);
    }

    @Test
    void an_overload_start_skips_the_warm_up_only_when_the_setting_says_so() {
        given("generator.inverter_overload.enabled=true", "generator.inverter_overload.skip_warmup=true",
                "generator.inverter_overload.start_delay_s=0")
                .overload(true)
                .expect(STARTING, INVERTER_OVERLOAD)
                .until(RUNNING)
                .check(report -> report.takenAtNanos() - ControlledPlant.START < Duration.ofSeconds(40).toNanos());
        given("generator.inverter_overload.enabled=true", "generator.inverter_overload.start_delay_s=0")
                .overload(true)
                .until(RUNNING)
                .check(report -> report.takenAtNanos() - ControlledPlant.START > Duration.ofSeconds(80).toNanos());
    }

    @Test
    void a_run_for_another_reason_warms_up_whatever_the_overload_setting_says() {
        given("generator.inverter_overload.enabled=true", "generator.inverter_overload.skip_warmup=true").soc(39)
                .expect(STARTING, SOC)
                .until(RUNNING)
                .check(report -> report.takenAtNanos() - ControlledPlant.START > Duration.ofSeconds(80).toNanos());
    }

    @Test
    void a_setting_that_is_changed_counts_at_the_next_tick() {
        Scenario scenario = given().expect(IDLE);
        scenario.plant.settings(
                Scenario.settings("generator.soc.start=70", "generator.soc.quiet_start=70").generator());
        scenario.after("1s").expect(STARTING, SOC);
    }

    @Test
    void missing_data_neither_start_nor_clear() {
        given().unknown(Quantity.SOC)
                .after("4min")
                .expect(IDLE)
                .soc(39)
                .until(RUNNING)
                .unknown(Quantity.SOC)
                .after("299s")
                .expect(RUNNING, SOC)
                .soc(60)
                .after("10min")
                .expect(RUNNING, SOC);
    }

    @Test
    void a_gap_in_the_data_begins_a_start_delay_anew() {
        given("generator.soc.start_delay_s=60").soc(39)
                .after("50s")
                .unknown(Quantity.SOC)
                .after("5s")
                .soc(39)
                .after("59s")
                .expect(IDLE)
                .after("1s")
                .expect(STARTING);
    }

    @Test
    void a_condition_that_is_switched_off_asks_for_nothing() {
        given("generator.soc.enabled=false").soc(10).after("1h").expect(IDLE).says("No start condition");
    }
}
