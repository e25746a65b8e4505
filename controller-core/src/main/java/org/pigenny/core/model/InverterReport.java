// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.model;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The newest of everything the inverter told. A quantity that could not be read, or was implausible, is missing.
 *
 * @param readings newest reading of each quantity
 * @param flags state, faults and warnings, when read
 */
public record InverterReport(Map<Quantity, Reading> readings, Optional<Flags> flags) {
    public static final InverterReport NONE = new InverterReport(Map.of(), Optional.empty());

    /**
     * @param state code of register 0 (inverter.md 1.2), 0 to 0xFF
     * @param faults bit n is E0nn (inverter.md 1.3)
     * @param warnings bit n is W0nn
     */
    public record Flags(int state, long faults, long warnings, long takenAtNanos) {}

    public InverterReport {
        readings = Map.copyOf(readings);
    }

    public Optional<Reading> reading(Quantity quantity) {
        return Optional.ofNullable(readings.get(quantity));
    }

    /** The value when it is fresh enough to decide on, else empty. */
    public OptionalDouble known(Quantity quantity, long nowNanos, Duration pollInterval) {
        Reading reading = readings.get(quantity);
        return reading != null && Freshness.of(reading.age(nowNanos), pollInterval) == Freshness.LIVE
                ? OptionalDouble.of(reading.value())
                : OptionalDouble.empty();
    }
}
