// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.logging.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.pigenny.core.logging.Plant;
import org.pigenny.core.model.Quantity;

class SamplerTest {
    private static final Instant START = Instant.parse("2026-01-31T10:00:03Z");

    private final Plant plant = new Plant(START);
    private final Sampler sampler = new Sampler();

    @Test
    void samplesLieOnFullTenSecondsOfTheClock() {
        List<Long> at = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            plant.reads(Quantity.SOC, 50);
            sampler.take(plant.snapshot()).forEach(row -> at.add(row.at()));
            plant.passes(Duration.ofSeconds(1));
        }
        long first = Instant.parse("2026-01-31T10:00:00Z").getEpochSecond();
        assertEquals(List.of(first, first + 10, first + 20), at);
    }

    @Test
    void aSampleKeepsTheBoundsOfWhatWasSeenInIt() {
        for (double watts : new double[]{500, 4000, 300, 600, 700, 700, 800}) {
            plant.reads(Quantity.LOAD_POWER, watts);
            assertTrue(sampler.take(plant.snapshot()).isEmpty());
            plant.passes(Duration.ofSeconds(1));
        }
        Sample.Value load = sampler.advance(plant.time.nanos(), plant.time.wall())
                .getFirst()
                .sample()
                .values()
                .get("load_power");
        assertEquals(new Sample.Value(800, 300, 4000), load);
    }

    @Test
    void betweenSlowPollsAValueHoldsWhileItIsFreshAndIsThenAGap() {
        plant.reads(Quantity.SOC, 50).reads(Quantity.SOH, 94);
        sampler.take(plant.snapshot());
        plant.passes(Duration.ofSeconds(70)).reads(Quantity.SOH, 94);
        List<SampleRow> ended = new ArrayList<>(sampler.take(plant.snapshot()));
        plant.passes(Duration.ofSeconds(30));
        ended.addAll(sampler.take(plant.snapshot()));
        assertEquals(10, ended.size());
        assertTrue(ended.get(6).sample().values().containsKey("soc"));
        assertFalse(ended.get(7).sample().values().containsKey("soc"));
        assertTrue(ended.get(9).sample().values().containsKey("soh"));
    }

    @Test
    void aCoreThatFallsSilentLeavesAGap() {
        plant.reads(Quantity.SOC, 50);
        sampler.take(plant.snapshot());
        plant.passes(Duration.ofHours(5));
        assertEquals(7, sampler.advance(plant.time.nanos(), plant.time.wall()).size());
        assertTrue(sampler.advance(plant.time.nanos(), plant.time.wall()).isEmpty());
    }

    @Test
    void aClockStepOfAnHourEitherWayNeitherStallsNorBursts() {
        for (Duration step : List.of(Duration.ofHours(1), Duration.ofHours(-1))) {
            sampler.take(plant.reads(Quantity.SOC, 50).snapshot());
            plant.passes(Duration.ofSeconds(10));
            plant.time.setWall(plant.time.wall().plus(step));
            int rows = 0;
            for (int i = 0; i < 60; i++) {
                rows += sampler.take(plant.reads(Quantity.SOC, 50).snapshot()).size();
                plant.passes(Duration.ofSeconds(1));
            }
            assertTrue(rows >= 5 && rows <= 6, step + " gave " + rows);
        }
    }
}
