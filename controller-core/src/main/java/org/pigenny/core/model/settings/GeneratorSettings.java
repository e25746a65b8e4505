// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.model.settings;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;

/** `[generator]` and the tables under it. */
public record GeneratorSettings(boolean autostart, Duration pollInterval, int maxStartAttempts,
        Duration retryAfterError,
        Duration minRun, Duration maxRun, Duration minRest, int maxStartsPerDay, Duration manualStopHold,
        Duration restAfterLimit, Duration autostartOffReminder, Condition soc, Condition voltage, Emergency emergency,
        Condition load, Condition current, Condition inverterTemperature, Overload overload, QuietHours quietHours,
        Exercise exercise, boolean stopWhenExternalAc, DataLoss dataLoss, Fuel fuel, Service service,
        Duration serviceModeReminder, Proof chargeProof) {

    /** `voltage.emergency`: overrides quiet hours; off when voltage is not enabled. */
    public record Emergency(double volts, Duration delay) {}

    public record Overload(boolean enabled, Duration startDelay, Duration stopDelay, boolean skipWarmup) {}

    public record QuietHours(boolean enabled, LocalTime from, LocalTime to) {}

    public record Exercise(boolean enabled, int everyDays, LocalTime at, LocalDate firstDate, Duration duration,
            Duration skipIfRan, boolean untilFull) {}

    public record DataLoss(Duration after, Policy policy) {
        public enum Policy {
            STOP, START, KEEP
        }
    }

    /** A capacity of 0 means that there is no fuel model. */
    public record Fuel(double capacityL, double litresPerHourIdle, double litresPerHourLoaded, double stopAtPct,
            double preventStartBelowPct) {}

    public record Service(double everyHours, int everyMonths) {}

    /** `[generator.charge_proof]` */
    public record Proof(boolean enabled, double whPerSocPct, double chargingAboveW, double notChargingBelowW,
            Duration window,
            Duration alarmAfter, Duration giveUpAfter) {}

    public static GeneratorSettings defaults() {
        return new GeneratorSettings(true, seconds(30), 3, seconds(0), seconds(0), seconds(14400), seconds(0), 0,
                seconds(1800), seconds(3600), seconds(600), new Condition(true, 40, 80, seconds(0), seconds(0), 40, 80),
                new Condition(false, 46.0, 53.0, seconds(120), seconds(60), 46.0, 53.0),
                new Emergency(44.0, seconds(120)),
                new Condition(false, 6000, 2000, seconds(60), seconds(60), 8000, 3000),
                new Condition(false, 120, 60, seconds(60), seconds(60), 160, 80),
                new Condition(false, 70, 60, seconds(60), seconds(60), 70, 60),
                new Overload(false, seconds(10), seconds(60), false),
                new QuietHours(false, LocalTime.of(21, 0), LocalTime.of(6, 0)),
                new Exercise(false, 28, LocalTime.of(15, 0), LocalDate.of(2026, 1, 1), seconds(1800), seconds(1800),
                        false),
                false, new DataLoss(seconds(300), DataLoss.Policy.STOP), new Fuel(0, 0, 0, 0, 0), new Service(250, 12),
                seconds(2700), new Proof(true, 192.2, 2400, 1200, seconds(1200), seconds(1200), seconds(1800)));
    }

    public GeneratorSettings withAutostart(boolean enabled) {
        return new GeneratorSettings(enabled, pollInterval, maxStartAttempts, retryAfterError, minRun, maxRun, minRest,
                maxStartsPerDay, manualStopHold, restAfterLimit, autostartOffReminder, soc, voltage, emergency, load,
                current, inverterTemperature, overload, quietHours, exercise, stopWhenExternalAc, dataLoss, fuel,
                service, serviceModeReminder, chargeProof);
    }

    private static Duration seconds(long seconds) {
        return Duration.ofSeconds(seconds);
    }
}
