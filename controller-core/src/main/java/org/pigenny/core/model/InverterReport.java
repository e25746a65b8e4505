// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.model;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The newest of everything the inverter told. A quantity that was never read, or never plausible, is missing; one that
 * could not be read lately is there with its age.
 *
 * @param readings newest plausible reading of each quantity
 * @param flags state, faults and warnings, when read
 * @param cadence how often each is asked for
 */
public record InverterReport(Map<Quantity, Reading> readings, Optional<Flags> flags, Cadence cadence) {
    public static final InverterReport NONE = new InverterReport(Map.of(), Optional.empty());

    /**
     * @param state code of register 0 (inverter.md 1.2), 0 to 0xFF
     * @param faults bit n is E0nn (inverter.md 1.3)
     * @param warnings bit n is W0nn
     */
    public record Flags(int state, long faults, long warnings, long takenAtNanos) {}

    /**
     * Not everything is read in every poll (inverter.md 3, poll plan).
     *
     * @param everyPolls quantities that are read every n-th poll only; others are read in each
     * @param flagsEveryPolls the same for the flags
     */
    public record Cadence(Map<Quantity, Integer> everyPolls, int flagsEveryPolls) {
        public static final Cadence EVERY_POLL = new Cadence(Map.of(), 1);

        public Cadence {
            everyPolls = Map.copyOf(everyPolls);
        }
    }

    public InverterReport {
        readings = Map.copyOf(readings);
    }

    /** Everything is read in each poll. */
    public InverterReport(Map<Quantity, Reading> readings, Optional<Flags> flags) {
        this(readings, flags, Cadence.EVERY_POLL);
    }

    public Optional<Reading> reading(Quantity quantity) {
        return Optional.ofNullable(readings.get(quantity));
    }

    /** How much the newest reading may be trusted now, by the interval at which this quantity is read. */
    public Freshness freshness(Quantity quantity, long nowNanos, Duration pollInterval) {
        Reading reading = readings.get(quantity);
        return reading == null
                ? Freshness.ABSENT
                : Freshness.of(Math.max(0, nowNanos - reading.takenAtNanos()),
                        pollInterval.toNanos() * cadence.everyPolls().getOrDefault(quantity, 1));
    }

    /** The value when it is fresh enough to decide on, else empty. */
    public OptionalDouble known(Quantity quantity, long nowNanos, Duration pollInterval) {
        Reading reading = readings.get(quantity);
        return reading != null && freshness(quantity, nowNanos, pollInterval) == Freshness.LIVE
                ? OptionalDouble.of(reading.value())
                : OptionalDouble.empty();
    }

    /** The flags when they are fresh enough to decide on, else empty. */
    public Optional<Flags> knownFlags(long nowNanos, Duration pollInterval) {
        return flags.filter(read -> Freshness.of(Math.max(0, nowNanos - read.takenAtNanos()),
                pollInterval.toNanos() * cadence.flagsEveryPolls()) == Freshness.LIVE);
    }
}
