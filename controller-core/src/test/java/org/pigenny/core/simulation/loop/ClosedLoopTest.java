// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.simulation.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.pigenny.core.model.settings.GeneratorSettings;

/** Controller, sequencer, engine and battery together, over weeks. */
class ClosedLoopTest {
    private static final ZoneId ZONE = ZoneId.of("America/Los_Angeles");

    private static ClosedLoop loop(String from, long seed) {
        return new ClosedLoop(GeneratorSettings.defaults(), Instant.parse(from), ZONE, seed);
    }

    @Test
    void through_two_winter_weeks_the_battery_is_kept_above_its_start_value() {
        ClosedLoop.Result result = loop("2026-01-01T20:00:00Z", 1).run(Duration.ofDays(14));
        assertTrue(result.lowest() >= 38, result::toString);
        assertTrue(result.runs() >= 7 && result.runs() <= 42, result::toString);
        assertEquals(Set.of(), Set.copyOf(result.last().alarms()));
        assertEquals(result.runs(), result.last().upkeep().total().starts());
        assertEquals(result.loaded().toMinutes(), result.last().upkeep().total().loaded().toMinutes(), 10);
    }

    @Test
    void the_proof_of_charging_is_hardly_ever_wrong_and_never_for_long() {
        ClosedLoop.Result result = loop("2026-03-01T20:00:00Z", 2).run(Duration.ofDays(14));
        assertTrue(result.wrongVerdicts() <= result.decisions() / 500, result::toString);
    }

    @Test
    void wh_per_percent_is_learned_while_the_engine_is_off() {
        ClosedLoop.Result result = loop("2026-01-01T20:00:00Z", 3).run(Duration.ofDays(14));
        assertEquals(House.WH_PER_PCT, result.last().proof().whPerSocPct().orElseThrow(), 5);
    }

    @Tag("soak")
    @Test
    void a_year_goes_by_without_an_error() {
        ClosedLoop.Result result = loop("2026-01-01T20:00:00Z", 4).run(Duration.ofDays(365));
        assertTrue(result.lowest() >= 38, result::toString);
        assertTrue(result.wrongVerdicts() <= result.decisions() / 500, result::toString);
    }
}
