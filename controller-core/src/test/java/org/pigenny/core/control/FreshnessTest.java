// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.control;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.pigenny.core.control.input.Inputs;
import org.pigenny.core.model.InverterReport;
import org.pigenny.core.model.InverterReport.Cadence;
import org.pigenny.core.model.InverterReport.Flags;
import org.pigenny.core.model.PlantSnapshot;
import org.pigenny.core.model.Quantity;
import org.pigenny.core.model.Reading;

/** A quantity is unknown for deciding after two missed polls of its own (generator-control.md 1). */
class FreshnessTest {
    private static final Duration POLL = Duration.ofSeconds(30);

    private static Inputs after(Duration age) {
        InverterReport report = new InverterReport(Map.of(Quantity.SOC, new Reading(50, 0),
                Quantity.RADIATOR_TEMPERATURE, new Reading(40, 0)), Optional.of(new Flags(0x40, 0, 0, 0)),
                new Cadence(Map.of(Quantity.RADIATOR_TEMPERATURE, 5), 5));
        return Inputs.of(new PlantSnapshot(age.toNanos(), Instant.EPOCH, ZoneOffset.UTC, report, Optional.empty(),
                false, Optional.empty(), Optional.empty(), Optional.empty(), OptionalDouble.empty(), false), POLL);
    }

    @Test
    void two_missed_polls_and_the_round_trip_make_a_quantity_unknown() {
        assertEquals(OptionalDouble.of(50), after(Duration.ofSeconds(75)).soc());
        assertEquals(OptionalDouble.empty(), after(Duration.ofSeconds(76)).soc());
    }

    @Test
    void what_is_read_in_every_fifth_poll_counts_by_its_own_polls() {
        assertEquals(OptionalDouble.of(40), after(Duration.ofSeconds(375)).temperature());
        assertEquals(OptionalDouble.empty(), after(Duration.ofSeconds(376)).temperature());
        assertEquals(Optional.of(false), after(Duration.ofSeconds(375)).tooHot());
        assertEquals(Optional.empty(), after(Duration.ofSeconds(376)).tooHot());
    }
}
