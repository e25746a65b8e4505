// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.pigenny.core.control.Scenario.given;
import static org.pigenny.core.model.GeneratorState.ERROR;
import static org.pigenny.core.model.GeneratorState.IDLE;
import static org.pigenny.core.model.GeneratorState.LOCKED_OUT;
import static org.pigenny.core.model.GeneratorState.RUNNING;
import static org.pigenny.core.model.GeneratorState.STOPPING;
import static org.pigenny.core.model.GeneratorState.UNKNOWN;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.pigenny.core.model.AlarmReport;
import org.pigenny.core.model.AlarmReport.AlarmClass;
import org.pigenny.core.model.AlarmReport.State;
import org.pigenny.core.model.Command;
import org.pigenny.core.model.EngineCommand;
import org.pigenny.core.model.Quantity;

/** Section 7 of generator-control.md, and the action of section 4. */
class AlarmsTest {
    @Test
    void a_failed_start_is_told_until_a_start_succeeds() {
        given().engine("no_fire").soc(39).after("20s").alarm("G-101").engine("ok").until(RUNNING).noAlarm("G-101");
    }

    @Test
    void the_error_after_failed_starts_latches_until_a_reset() {
        given().engine("no_fire")
                .soc(39)
                .until(ERROR)
                .alarm("G-102")
                .engine("ok")
                .soc(60)
                .after("1h")
                .alarm("G-102")
                .reset()
                .expect(IDLE)
                .noAlarm("G-102")
                .after("1h")
                .noAlarm("G-102")
                .noAlarm("G-101");
    }

    @Test
    void an_engine_that_stops_by_itself_is_told() {
        given().soc(39)
                .until(RUNNING)
                .engine("stall")
                .after("3s")
                .alarm("G-103")
                .engine("ok")
                .until(RUNNING)
                .noAlarm("G-103");
    }

    @Test
    void an_engine_that_will_not_stop_is_a_shutdown_that_stays_until_it_stands_and_is_reset() {
        given().soc(39)
                .until(RUNNING)
                .engine("wont_stop")
                .soc(80)
                .until(ERROR)
                .alarm("G-104")
                .relays("OFF")
                .reset()
                .refused("inputs read 1")
                .engine("ok")
                .after("5s")
                .alarm("G-104")
                .reset()
                .accepted()
                .noAlarm("G-104")
                .expect(IDLE);
    }

    @Test
    void a_welded_starter_is_a_shutdown() {
        given().soc(39)
                .until(RUNNING)
                .engine("welded_starter")
                .until(ERROR)
                .alarm("G-105")
                .relays("OFF")
                .after("10min")
                .expect(ERROR);
    }

    @Test
    void a_dead_relay_board_is_told() {
        given().soc(39).until(RUNNING).engine("i2c_dead").until(ERROR).alarm("R-202");
    }

    @Test
    void a_run_that_does_not_charge_is_warned_of_then_the_charger_is_cycled_once_then_it_trips() {
        Scenario s = uncharged().until(RUNNING).after("1199s").noAlarm("G-108").after("2s").alarm("G-108");
        assertEquals(AlarmClass.WARNING, alarm(s, "G-108").alarmClass());
        assertEquals(1, s.actions.stream().filter(action -> action == EngineCommand.CYCLE_CHARGER).count());
        s.relays("IGN")
                .after("6s")
                .relays("IGN+CHARGER")
                .expect(RUNNING)
                .after("9min")
                .expect(RUNNING)
                .after("1min")
                .expect(STOPPING)
                .relays("IGN");
        assertEquals(AlarmClass.ELECTRICAL_TRIP, alarm(s, "G-108").alarmClass());
        assertEquals(1, s.actions.stream().filter(action -> action == EngineCommand.CYCLE_CHARGER).count());
        s.until(ERROR).relays("OFF").after("1h").expect(ERROR).alarm("G-108").reset().noAlarm("G-108");
    }

    private static Scenario uncharged() {
        return given().soc(39)
                .set(Quantity.BATTERY_VOLTAGE, 51.9)
                .set(Quantity.DISCHARGE_POWER, 900)
                .set(Quantity.CHARGE_POWER, 0);
    }

    @Test
    void a_charge_that_cannot_be_judged_trips_nothing() {
        given().soc(39).until(RUNNING).after("1h").expect(RUNNING).noAlarm("G-108");
        uncharged().set(Quantity.DISCHARGE_POWER, 1500).until(RUNNING).after("1h").expect(RUNNING).noAlarm("G-108");
    }

    @Test
    void service_mode_that_is_left_on_asks_to_return_to_automatic() {
        given().serviceMode(true)
                .expect(LOCKED_OUT)
                .check(report -> report.serviceSince().isPresent())
                .after("2699s")
                .noAlarm("G-115")
                .after("2s")
                .alarm("G-115")
                .serviceMode(false)
                .expect(IDLE)
                .noAlarm("G-115");
    }

    @Test
    void an_unreachable_relay_server_is_told_after_a_moment() {
        given().relaySilent(true)
                .after("9s")
                .noAlarm("R-201")
                .after("2s")
                .alarm("R-201")
                .expect(UNKNOWN)
                .relaySilent(false)
                .noAlarm("R-201");
    }

    @Test
    void a_lease_that_expired_is_told_when_the_server_answers_again() {
        given().soc(39).until(RUNNING).relaySilent(true).after("2min").relaySilent(false).alarm("R-204");
    }

    @Test
    void faults_and_warnings_of_the_inverter_are_told_but_never_w016() {
        Scenario s = given().after("1min").noAlarm("I-303");
        s.plant.inputs().flags(1L << 16, 1L << 28);
        s.after("10s")
                .alarm("I-302")
                .alarm("I-303")
                .inverterSilent(true)
                .after("10min")
                .alarm("I-302")
                .inverterSilent(false);
        s.plant.inputs().flags(0, 0);
        s.after("61s").noAlarm("I-302").noAlarm("I-303");
    }

    @Test
    void soc_and_voltage_that_disagree_for_long_are_told() {
        given().soc(50)
                .set(Quantity.BATTERY_VOLTAGE, 46)
                .set(Quantity.DISCHARGE_POWER, 500)
                .set(Quantity.CHARGE_POWER, 0)
                .after("4min")
                .noAlarm("B-402")
                .after("2min")
                .alarm("B-402");
    }

    @Test
    void a_clock_that_steps_is_told_for_a_while_and_stops_nothing() {
        given().soc(39)
                .until(RUNNING)
                .clock("2026-01-09", "03:00")
                .alarm("C-501")
                .expect(RUNNING)
                .after("11min")
                .noAlarm("C-501");
    }

    @Test
    void a_restart_of_the_controller_is_told_and_alarms_come_through_it() {
        given().engine("no_fire")
                .soc(39)
                .until(ERROR)
                .restart()
                .alarm("C-504")
                .alarm("G-102")
                .after("11min")
                .noAlarm("C-504")
                .alarm("G-102");
    }

    @Test
    void an_acknowledged_warning_is_normal_when_its_cause_goes_and_another_one_stays_returned() {
        Scenario s = given().fuel(15).alarm("G-110").fuel(90).after("61s").noAlarm("G-110");
        assertEquals(State.RETURNED_UNACKNOWLEDGED, alarm(s, "G-110").state());
        s.ask(new Command.Acknowledge("G-110")).accepted();
        assertEquals(Set.of(), Set.copyOf(s.report().alarms()));
        s.fuel(15).ask(new Command.Acknowledge("G-110"));
        s.after("1s").ask(new Command.Acknowledge("G-110")).accepted();
        assertEquals(State.ACKNOWLEDGED, alarm(s, "G-110").state());
        s.fuel(90).after("61s");
        assertEquals(Set.of(), Set.copyOf(s.report().alarms()));
        assertEquals(false, s.report().alarms().iterator().hasNext());
    }

    @Test
    void a_shelved_alarm_comes_back_when_its_time_is_over() {
        Scenario s = given().fuel(15).alarm("G-110").ask(new Command.Shelve("G-110", Duration.ofHours(1))).accepted();
        assertEquals(State.SHELVED, alarm(s, "G-110").state());
        s.after("61min");
        assertEquals(State.UNACKNOWLEDGED, alarm(s, "G-110").state());
    }

    @Test
    void a_shelved_warning_that_becomes_a_trip_is_shown_at_once() {
        Scenario s = uncharged().until(RUNNING)
                .after("1201s")
                .ask(new Command.Shelve("G-108", Duration.ofHours(8)))
                .accepted();
        assertEquals(State.SHELVED, alarm(s, "G-108").state());
        s.until(STOPPING);
        assertEquals(State.UNACKNOWLEDGED, alarm(s, "G-108").state());
    }

    @Test
    void what_is_not_known_neither_raises_nor_clears_an_alarm() {
        Scenario scenario = given();
        scenario.plant.inputs().flags(1L << 19, 0);
        scenario.after("10s").alarm("I-302").inverterSilent(true).after("10min").alarm("I-302");
        scenario.inverterSilent(false).plant.inputs().flags(0, 0);
        scenario.after("2min").noAlarm("I-302").inverterSilent(true).after("10min").noAlarm("I-302");
    }

    @Test
    void a_cause_that_comes_and_goes_within_its_delay_makes_no_chatter() {
        Scenario scenario = given();
        for (int i = 0; i < 20; i++) {
            scenario.relaySilent(true).after("5s").relaySilent(false).after("5s");
        }
        assertEquals(0, scenario.events.stream().filter(event -> event.code().equals(Optional.of("R-201"))).count());
        scenario.plant.inputs().flags(1L << 19, 0);
        scenario.after("10s").alarm("I-302");
        for (int i = 0; i < 20; i++) {
            scenario.plant.inputs().flags(0, 0);
            scenario.after("20s");
            scenario.plant.inputs().flags(1L << 19, 0);
            scenario.after("20s");
        }
        assertEquals(1, scenario.events.stream().filter(event -> event.code().equals(Optional.of("I-302"))).count());
    }

    @Test
    void an_alarm_that_is_not_there_cannot_be_acknowledged() {
        given().ask(new Command.Acknowledge("G-110")).refused("no alarm G-110");
    }

    @Test
    void an_alarm_counts_how_often_it_came() {
        Scenario s = given().fuel(15).after("1s").fuel(90).after("2min").fuel(15).after("1s");
        assertEquals(2, alarm(s, "G-110").count());
    }

    private static AlarmReport alarm(Scenario s, String code) {
        return s.report().alarms().stream().filter(alarm -> alarm.code().equals(code)).findFirst().orElseThrow();
    }
}
