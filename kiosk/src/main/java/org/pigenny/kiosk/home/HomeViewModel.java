// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.home;

import java.util.List;
import java.util.OptionalDouble;

import org.pigenny.core.model.ChargeProof;
import org.pigenny.core.model.Forecast;
import org.pigenny.core.model.GeneratorState;
import org.pigenny.core.model.Message;
import org.pigenny.core.model.Quantity;
import org.pigenny.core.model.settings.Condition;
import org.pigenny.kiosk.control.Tone;
import org.pigenny.kiosk.control.Value;
import org.pigenny.kiosk.present.Failure;
import org.pigenny.kiosk.present.KeyState;
import org.pigenny.kiosk.present.LogLine;
import org.pigenny.kiosk.present.Now;
import org.pigenny.kiosk.present.Numbers;
import org.pigenny.kiosk.present.RunWords;
import org.pigenny.kiosk.present.Steps;
import org.pigenny.kiosk.present.Values;
import org.pigenny.kiosk.present.WhyPoints;

/** Makes the home page from a snapshot. */
final class HomeViewModel {
    /** Below this a battery neither rises nor falls to the eye. */
    private static final double STEADY_W = 100;
    private static final int LOG_LINES = 8;

    private final Now now;
    private final Numbers numbers;
    private final String lastRun;
    private final OptionalDouble soc;
    private final OptionalDouble net;

    /** @param lastRun when the engine last ran, in words; empty when it never did */
    private HomeViewModel(Now now, String lastRun) {
        this.now = now;
        this.numbers = now.numbers();
        this.lastRun = lastRun;
        this.soc = Values.live(now, Quantity.SOC);
        this.net = Power.intoBattery(now);
    }

    static HomeState of(Now now, String lastRun) {
        return new HomeViewModel(now, lastRun).state();
    }

    private HomeState state() {
        Condition limits = now.core().settings().generator().soc();
        KeyState key = KeyState.of(now);
        return new HomeState(Values.of(now, Quantity.SOC, numbers::whole).withNote(socNote()),
                Values.shown(now, Quantity.SOC), socTone(limits), List.of(limits.start(), limits.stop()),
                Values.of(now, Quantity.BATTERY_VOLTAGE, numbers::oneDecimal).withNote(batteryNote()),
                Values.live(now, Quantity.BATTERY_VOLTAGE),
                today(Quantity.PV_POWER, Quantity.PV_ENERGY_TODAY),
                today(Quantity.LOAD_POWER, Quantity.LOAD_ENERGY_TODAY), GeneratorTile.of(now, lastRun),
                Power.flows(now), RunWords.state(now), RunWords.detail(now), Steps.of(now),
                why(key), key,
                now.core().newest().stream().limit(LOG_LINES).map(event -> LogLine.of(now, event)).toList());
    }

    /** Whoever is to do something wants to know what, more than why. The page of the generator says both. */
    private String why(KeyState key) {
        if (key.kind() == KeyState.Kind.FIRST_STEPS) {
            return now.words().say("ui.why.first_steps");
        }
        return key.kind() == KeyState.Kind.RESET
                ? Failure.code(now.core().control())
                        .map(code -> now.words().say("remedy." + code) + " " + code)
                        .orElseGet(() -> WhyPoints.sentence(now))
                : WhyPoints.sentence(now);
    }

    private Value today(Quantity power, Quantity energy) {
        OptionalDouble kwh = Values.shown(now, energy);
        return Values.of(now, power, numbers::whole)
                .withNote(kwh.isEmpty()
                        ? ""
                        : now.words().say(Message.of("ui.value.today", numbers.oneDecimal(kwh.getAsDouble()))));
    }

    private Tone socTone(Condition limits) {
        GeneratorState state = now.core().control().state();
        if (soc.isPresent() && limits.enabled() && soc.getAsDouble() < limits.start()) {
            if (state == GeneratorState.ERROR || state == GeneratorState.LOCKED_OUT) {
                return Tone.CRIT;
            }
            return state == GeneratorState.IDLE || state == GeneratorState.UNKNOWN ? Tone.WARN : Tone.ACTIVE;
        }
        return charging() ? Tone.ACTIVE : Tone.GOOD;
    }

    private boolean charging() {
        return now.core().control().state() == GeneratorState.RUNNING
                && now.core().control().proof().verdict() == ChargeProof.Verdict.CHARGING;
    }

    private String socNote() {
        if (net.isEmpty()) {
            return "";
        }
        double perHour = net.getAsDouble() / now.core().settings().generator().chargeProof().whPerSocPct();
        boolean idle = now.core().control().state() == GeneratorState.IDLE;
        if (idle && now.core().control().forecast() instanceof Forecast.Expected expected) {
            return now.words().say(Message.of("ui.soc.start_at", now.clock(expected.at())));
        }
        if (idle && net.getAsDouble() >= -STEADY_W) {
            return now.words().say("ui.soc.no_start");
        }
        return Math.abs(perHour) < 1
                ? now.words().say("ui.soc.steady")
                : now.words().say(Message.of("ui.soc.per_hour", numbers.signedWhole(perHour)));
    }

    private String batteryNote() {
        if (net.isEmpty()) {
            return "";
        }
        double watts = net.getAsDouble();
        String trend = watts > STEADY_W
                ? "ui.battery.rising"
                : watts < -STEADY_W ? "ui.battery.falling" : "ui.battery.steady";
        return now.words().say(Message.of(trend, numbers.signedPower(watts)));
    }
}
