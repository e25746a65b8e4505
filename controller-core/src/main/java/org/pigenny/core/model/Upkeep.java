// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.model;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What the owner keeps an eye on over weeks.
 *
 * @param today counters of the local day
 * @param thirtyDays counters of the last 30 local days, today included
 * @param total counters since commissioning
 * @param toService engine time left to the next service, negative when overdue; empty without an interval in hours
 * @param serviceDate when the interval in months ends; empty without one
 * @param fuelPct level, measured or modelled; empty without either
 * @param nextExercise when an exercise run is due next; empty when there is none
 */
public record Upkeep(Counters today, Counters thirtyDays, Counters total, Optional<Duration> toService,
        Optional<LocalDate> serviceDate, OptionalDouble fuelPct, Optional<Instant> nextExercise) {
    public static final Upkeep NONE = new Upkeep(Counters.ZERO, Counters.ZERO, Counters.ZERO, Optional.empty(),
            Optional.empty(), OptionalDouble.empty(), Optional.empty());

    /**
     * @param engine time the engine turned by itself
     * @param loaded time with the charger on
     * @param starts runs asked for
     * @param failedStarts crank attempts that failed
     * @param energyWh put into the battery, as inferred
     */
    public record Counters(Duration engine, Duration loaded, int starts, int failedStarts, double energyWh) {
        public static final Counters ZERO = new Counters(Duration.ZERO, Duration.ZERO, 0, 0, 0);
    }
}
