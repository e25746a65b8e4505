// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.fake;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.Supplier;

import org.pigenny.core.model.AlarmReport;
import org.pigenny.core.model.ChargeProof;
import org.pigenny.core.model.EnginePhase;
import org.pigenny.core.model.EngineReport;
import org.pigenny.core.model.Event;
import org.pigenny.core.model.Forecast;
import org.pigenny.core.model.GeneratorState;
import org.pigenny.core.model.LinkReport;
import org.pigenny.core.model.Message;
import org.pigenny.core.model.Outcome;
import org.pigenny.core.model.Quantity;
import org.pigenny.core.model.RunReason;
import org.pigenny.core.model.Severity;
import org.pigenny.core.model.Why;

/** The states in which every page is drawn and checked. */
public final class Houses {
    private Houses() {}

    public static Map<String, Supplier<House>> all() {
        Map<String, Supplier<House>> all = new TreeMap<>();
        all.put("idle", Houses::idleByDay);
        all.put("forecast", Houses::forecast);
        all.put("warmup", Houses::warmup);
        all.put("charging", Houses::charging);
        all.put("cooldown", Houses::cooldown);
        all.put("error", Houses::error);
        all.put("service", Houses::service);
        all.put("stale", Houses::stale);
        all.put("absent", Houses::absent);
        all.put("relays-down", Houses::relaysDown);
        all.put("frozen", Houses::frozen);
        all.put("demo", Houses::demo);
        all.put("uncommissioned", Houses::uncommissioned);
        return all;
    }

    /** The sun carries the house. */
    public static House idleByDay() {
        House house = readings(71, 53.1, 2570, 1090, 1180, 0);
        house.wall = Instant.parse("2026-01-14T11:14:00Z");
        house.why = "Not starting: SOC 71 % is above 40 %.";
        house.points = List.of(new Why.Point(Why.Standing.NOT_MET, Message.of("SOC 71 % is above 40 %.")),
                new Why.Point(Why.Standing.OFF, Message.of("Voltage start is off.")),
                new Why.Point(Why.Standing.OFF, Message.of("Load start is off.")));
        return house.event("09:31:00", Event.Kind.ENGINE, Severity.INFO, "Stopped at 80 %, after 5 h 06 min.")
                .event("09:28:00", Event.Kind.ENGINE, Severity.INFO, "Cooling down for 3 min.")
                .event("04:46:00", Event.Kind.INVERTER, Severity.WARNING, "The inverter was silent for 2 min.")
                .event("04:37:00", Event.Kind.ENGINE, Severity.INFO, "Charging proven after 12 min.");
    }

    /** As the control refuses a start because something blocks it. */
    public static Outcome.Refused refused(Message block) {
        return new Outcome.Refused(Message.of("refused.because", block));
    }

    /** All links up, but nobody has finished the first steps. */
    public static House uncommissioned() {
        House house = idleByDay();
        house.uncommissioned = true;
        house.startPermit = refused(Message.of("block.wiring_unchecked"));
        house.why = "block.wiring_unchecked";
        house.points = List.of(new Why.Point(Why.Standing.BLOCKS, Message.of("block.wiring_unchecked")),
                new Why.Point(Why.Standing.BLOCKS, Message.of("block.commissioning")));
        return house;
    }

    public static House forecast() {
        House house = readings(46, 52.0, 0, 1410, 0, 1380);
        house.forecast = new Forecast.Expected(Instant.parse("2026-01-14T21:40:00Z"), Duration.ofMinutes(9));
        house.why = "Not starting: SOC 46 % is above 40 %. Starts below 40 %, expected about 22:40. "
                + "Voltage start is off.";
        return house.event("18:02:00", Event.Kind.SYSTEM, Severity.INFO, "Forecast: the generator starts about 22:40.");
    }

    public static House warmup() {
        House house = readings(39, 51.8, 0, 1240, 0, 1210);
        house.state = GeneratorState.STARTING;
        house.reason = RunReason.SOC;
        house.phase = EnginePhase.WARMUP;
        house.phaseLeft = Duration.ofSeconds(42);
        house.relays = EngineReport.IGN;
        house.inputs = 3;
        house.attempt = 1;
        house.runStarted = Instant.parse("2026-01-14T20:13:00Z");
        house.why = "Started at 21:13 because the battery was at 39 %, below 40 %. Fired on the first attempt after "
                + "3.2 s. The charger goes on in about a minute.";
        house.points = List.of(
                new Why.Point(Why.Standing.HOLDS, Message.of("The battery is at 39 %, below 40 %.")),
                new Why.Point(Why.Standing.WAITING, Message.of("The charger goes on after the warm-up.")),
                new Why.Point(Why.Standing.NOT_MET, Message.of("Stops at 80 %, or after 4 h.")));
        return house.event("20:13:12", Event.Kind.ENGINE, Severity.INFO, "Fired after 3.2 s.")
                .event("20:13:00", Event.Kind.GENERATOR, Severity.INFO, "Starting: SOC 39 % is below 40 %.");
    }

    public static House charging() {
        House house = readings(58, 53.7, 0, 1240, 0, 610);
        house.state = GeneratorState.RUNNING;
        house.reason = RunReason.SOC;
        house.phase = EnginePhase.LOADED;
        house.relays = EngineReport.IGN | EngineReport.CHARGER;
        house.inputs = 3;
        house.loaded = true;
        house.attempt = 1;
        house.runStarted = Instant.parse("2026-01-14T19:09:00Z");
        house.proof = new ChargeProof(ChargeProof.Verdict.CHARGING, OptionalDouble.of(4710), 4_300,
                Optional.of(new ChargeProof.Range(Duration.ofMinutes(60), Duration.ofMinutes(80))),
                Optional.of(Instant.parse("2026-01-14T19:31:00Z")));
        house.why = "Started 20:11, SOC 39 % below 40 %. Charging proven 20:31.";
        house.next = Message.of("Stops by SOC at 80 %, expected 22:14 to 22:34.");
        house.points = List.of(new Why.Point(Why.Standing.HOLDS, Message.of("SOC 58 % is below 80 %.")),
                new Why.Point(Why.Standing.NOT_MET, Message.of("The run limit of 4 h ends it at 00:09.")));
        return house.event("19:31:00", Event.Kind.ENGINE, Severity.INFO, "Charging proven after 20 min.")
                .event("19:10:30", Event.Kind.ENGINE, Severity.INFO, "Charger on.")
                .event("19:09:04", Event.Kind.ENGINE, Severity.INFO, "Fired after 3.2 s.")
                .event("19:09:00", Event.Kind.GENERATOR, Severity.INFO, "Starting: SOC 39 % is below 40 %.");
    }

    public static House cooldown() {
        House house = charging();
        house.state = GeneratorState.STOPPING;
        house.phase = EnginePhase.COOLDOWN;
        house.phaseLeft = Duration.ofSeconds(130);
        house.relays = EngineReport.IGN;
        house.reads(Quantity.SOC, 80);
        house.why = "Stopping: SOC has reached 80 %.";
        return house;
    }

    public static House error() {
        House house = readings(31, 51.6, 0, 1410, 0, 1400);
        house.state = GeneratorState.ERROR;
        house.attempt = 3;
        house.failedAttempts = 3;
        house.resetPermit = new Outcome.Accepted(Message.of("Reset. Nothing starts by itself."));
        house.startPermit = new Outcome.Refused(Message.of("Three starts failed: reset first."));
        house.error = Message.of("error.starts", 3, Message.of("fault.NO_START"));
        house.points = List.of(new Why.Point(Why.Standing.BLOCKS, Message.of("Three starts failed in a row.")),
                new Why.Point(Why.Standing.HOLDS, Message.of("SOC 31 % is below 40 %.")));
        house.alarm("G-102", AlarmReport.AlarmClass.SHUTDOWN, AlarmReport.State.UNACKNOWLEDGED, Severity.CRITICAL,
                "The generator did not start. Three attempts failed.",
                "Check fuel, starter battery and wiring. Then hold RESET.");
        house.alarm("B-401", AlarmReport.AlarmClass.WARNING, AlarmReport.State.ACKNOWLEDGED, Severity.MAJOR,
                "The battery is low and starts are blocked.", "Save power. Get the generator going.");
        return house.event("19:14:00", Event.Kind.ALARM, Severity.CRITICAL, "The generator did not start.")
                .event("19:13:00", Event.Kind.ENGINE, Severity.WARNING, "Attempt 3 of 3 failed.");
    }

    public static House service() {
        House house = idleByDay();
        house.state = GeneratorState.LOCKED_OUT;
        house.serviceSince = house.wall.minus(Duration.ofMinutes(18));
        house.startPermit = refused(Message.of("block.service_mode", "SCREEN", house.serviceSince));
        house.why = "Not starting: service mode is on since 11:56. It reminds after 45 min.";
        house.points = List.of(new Why.Point(Why.Standing.BLOCKS, Message.of("Service mode is on.")));
        return house;
    }

    public static House stale() {
        House house = forecast();
        house.readingAge = Duration.ofSeconds(170);
        house.inverterLink = LinkReport.State.DOWN;
        return house;
    }

    public static House absent() {
        House house = forecast();
        house.readingAge = Duration.ofHours(2);
        house.inverterLink = LinkReport.State.DOWN;
        house.why = "Not starting: nothing is known about the battery.";
        house.alarm("I-301", AlarmReport.AlarmClass.WARNING, AlarmReport.State.UNACKNOWLEDGED, Severity.WARNING,
                "The inverter has been silent for 5 min.", "Look at the cable and the adapter.");
        return house;
    }

    public static House relaysDown() {
        House house = forecast();
        house.relayLink = LinkReport.State.DOWN;
        house.state = GeneratorState.UNKNOWN;
        house.startPermit = new Outcome.Refused(Message.of("The relay board does not answer."));
        house.why = "Nothing is known about the generator: the relay board does not answer.";
        house.alarm("R-201", AlarmReport.AlarmClass.WARNING, AlarmReport.State.UNACKNOWLEDGED, Severity.MAJOR,
                "The relay board does not answer.", "Look at its cable and power.");
        return house;
    }

    /** The core has said nothing for a while. */
    public static House frozen() {
        House house = charging();
        house.silence = Duration.ofSeconds(14);
        return house;
    }

    /** The plant is a simulated one. */
    public static House demo() {
        House house = idleByDay();
        house.demo = true;
        return house;
    }

    private static House readings(double soc, double volts, double pv, double load, double charge, double discharge) {
        return new House().reads(Quantity.SOC, soc)
                .reads(Quantity.BATTERY_VOLTAGE, volts)
                .reads(Quantity.PV_POWER, pv)
                .reads(Quantity.LOAD_POWER, load)
                .reads(Quantity.CHARGE_POWER, charge)
                .reads(Quantity.DISCHARGE_POWER, discharge)
                .reads(Quantity.PV_ENERGY_TODAY, 8.6)
                .reads(Quantity.LOAD_ENERGY_TODAY, 21.7)
                .reads(Quantity.PV1_POWER, pv / 2)
                .reads(Quantity.PV2_POWER, pv / 2)
                .reads(Quantity.CELL_VOLTAGE_MIN, 3.281)
                .reads(Quantity.CELL_VOLTAGE_MAX, 3.302)
                .reads(Quantity.RADIATOR_TEMPERATURE, 41);
    }
}
