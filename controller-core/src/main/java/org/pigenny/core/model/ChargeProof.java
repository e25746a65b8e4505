// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.model;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Whether the generator really charges (generator-control.md 4).
 *
 * @param chargerPower inferred power of the external charger, W
 * @param energyWh put in during this run
 * @param toStop expected time to the stop value, as a range
 * @param since when the present verdict was reached
 * @param whPerSocPct energy of one percent of SOC as learned on site, Wh; empty while nothing is learned
 */
public record ChargeProof(Verdict verdict, OptionalDouble chargerPower, double energyWh, Optional<Range> toStop,
        Optional<Instant> since, OptionalDouble whPerSocPct) {
    public ChargeProof(Verdict verdict, OptionalDouble chargerPower, double energyWh, Optional<Range> toStop,
            Optional<Instant> since) {
        this(verdict, chargerPower, energyWh, toStop, since, OptionalDouble.empty());
    }

    public enum Verdict {
        CHARGING, NOT_CHARGING, CHECKING
    }

    public record Range(Duration from, Duration to) {}

    public static final ChargeProof NONE = new ChargeProof(Verdict.CHECKING, OptionalDouble.empty(), 0,
            Optional.empty(), Optional.empty());
}
