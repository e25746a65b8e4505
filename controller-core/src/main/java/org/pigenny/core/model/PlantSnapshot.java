// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.model;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * Everything a decision may look at, frozen at one instant. Time is a field like any other.
 *
 * @param nanos monotonic time of the tick
 * @param wall UTC, for records and the local schedules
 * @param zone the owner's, for quiet hours and exercise
 * @param engine newest report of the relay server, as old as its takenAtNanos; empty before the first
 * @param relayUp whether the link to the relay server is up now
 * @param answer newest answer of the relay server to a command
 * @param externalAc whether external AC is present; empty when unknown
 * @param overload whether the inverter reports overload (W028); empty when unknown
 * @param fuelPct measured level; empty without a sensor
 * @param startsBlocked safe mode raised by the supervisor
 * @param runsBlocked whether it also ends a running generator, through its cooldown
 * @param reported codes of alarms whose cause other parts of the process see and hold (R-203, C-502, C-503, C-505, C-506)
 * @param held starts that an unfinished commissioning holds back; empty when it is finished or was never asked for
 */
public record PlantSnapshot(long nanos, Instant wall, ZoneId zone, InverterReport inverter,
        Optional<EngineReport> engine,
        boolean relayUp, Optional<EngineAnswer> answer, Optional<Boolean> externalAc, Optional<Boolean> overload,
        OptionalDouble fuelPct, boolean startsBlocked, boolean runsBlocked, Set<String> reported,
        Optional<StartsHeld> held) {
    public PlantSnapshot {
        reported = Set.copyOf(reported);
    }

    /** Of a commissioned appliance. */
    public PlantSnapshot(long nanos, Instant wall, ZoneId zone, InverterReport inverter,
            Optional<EngineReport> engine,
            boolean relayUp, Optional<EngineAnswer> answer, Optional<Boolean> externalAc, Optional<Boolean> overload,
            OptionalDouble fuelPct, boolean startsBlocked, boolean runsBlocked,
            Set<String> reported) {
        this(nanos, wall, zone, inverter, engine, relayUp, answer, externalAc, overload, fuelPct, startsBlocked,
                runsBlocked, reported, Optional.empty());
    }

    /** Of a commissioned appliance, with no alarm cause reported by others, and a running generator left alone. */
    public PlantSnapshot(long nanos, Instant wall, ZoneId zone, InverterReport inverter,
            Optional<EngineReport> engine,
            boolean relayUp, Optional<EngineAnswer> answer, Optional<Boolean> externalAc, Optional<Boolean> overload,
            OptionalDouble fuelPct, boolean startsBlocked) {
        this(nanos, wall, zone, inverter, engine, relayUp, answer, externalAc, overload, fuelPct, startsBlocked,
                false, Set.of());
    }
}
