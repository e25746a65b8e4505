// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.device.inverter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.pigenny.core.model.InverterReport;
import org.pigenny.core.model.Quantity;
import org.pigenny.core.model.Reading;

/** Quirk 13: the energy of the day is counted by our clock, not by the inverter's. */
class DayTotalsTest {
    private static final Duration POLL = Duration.ofSeconds(30);

    private final LeapingTime time = new LeapingTime(Instant.parse("2026-07-01T06:00:00Z"));
    private DayTotals totals = new DayTotals();

    private double polls(Duration length, double watts, double invertersOwn, ZoneId zone) {
        double today = 0;
        for (Duration t = Duration.ZERO; t.compareTo(length) < 0; t = t.plus(POLL)) {
            time.advance(POLL);
            today = poll(watts, invertersOwn, zone);
        }
        return today;
    }

    private double poll(double watts, double invertersOwn, ZoneId zone) {
        long at = time.nanos();
        InverterReport report = new InverterReport(Map.of(Quantity.LOAD_POWER, new Reading(watts, at),
                Quantity.LOAD_ENERGY_TODAY, new Reading(invertersOwn, at)), Optional.empty());
        return totals.add(report, at, time.wall(), zone).reading(Quantity.LOAD_ENERGY_TODAY).orElseThrow().value();
    }

    @Test
    void quirk13PowerIsSummedUpByTimeAndTheInvertersCounterServesOnlyToBeginWith() {
        assertEquals(3.0, poll(1200, 3.0, ZoneOffset.UTC), 1e-9);
        assertEquals(4.2, polls(Duration.ofHours(1), 1200, 3.0, ZoneOffset.UTC), 1e-6);
        assertEquals(6.6, polls(Duration.ofHours(2), 1200, 0.1, ZoneOffset.UTC), 1e-6,
                "the inverter's midnight is not ours");
    }

    @Test
    void quirk13TheDayTurnsAtUtcMidnightWhereTheZoneIsUtc() {
        time.advance(Duration.ofHours(17).plusMinutes(30));
        poll(1000, 0, ZoneOffset.UTC);
        assertEquals(0.5, polls(Duration.ofMinutes(30).minus(POLL), 1000, 0, ZoneOffset.UTC), 0.01);
        assertEquals(1.0, polls(Duration.ofHours(1).plus(POLL), 1000, 0, ZoneOffset.UTC), 1e-6);
    }

    @Test
    void quirk13TheDayOfTheOwnerFollowsSummerTimeAsTheInverterDoesNot() {
        ZoneId pacific = ZoneId.of("America/Los_Angeles");
        poll(2000, 0, pacific);
        // 06:00 UTC is 23:00 of summer time: an hour of the old day, then the new one.
        assertEquals(2.0, polls(Duration.ofHours(1).minus(POLL), 2000, 0, pacific), 0.02);
        assertEquals(2.0, polls(Duration.ofHours(1).plus(POLL), 2000, 0, pacific), 1e-6);
    }

    @Test
    void nothingIsInventedForAGapNorForThePartOfAStepBeforeMidnight() {
        poll(1000, 0, ZoneOffset.UTC);
        time.advance(DayTotals.LONGEST_GAP.plusSeconds(1));
        assertEquals(0, poll(1000, 0, ZoneOffset.UTC));
        time.advance(Duration.between(time.wall(), Instant.parse("2026-07-01T23:55:00Z")));
        poll(1200, 0, ZoneOffset.UTC);
        time.advance(Duration.ofMinutes(10));
        assertEquals(0.1, poll(1200, 0, ZoneOffset.UTC), 1e-9);
    }

    @Test
    void aRestartGoesOnWhereTheDayWasAndADamagedMemoryBeginsAnew() {
        polls(Duration.ofHours(1), 1000, 0, ZoneOffset.UTC);
        Map<String, String> saved = totals.save();
        totals = DayTotals.restore(saved, time.wall(), ZoneOffset.UTC);
        assertEquals(0.99, poll(1000, 7.0, ZoneOffset.UTC), 0.01);
        totals = DayTotals.restore(saved, time.wall().plus(Duration.ofDays(1)), ZoneOffset.UTC);
        assertEquals(7.0, poll(1000, 7.0, ZoneOffset.UTC), 1e-9);
        totals = DayTotals.restore(Map.of("day", "2026-07-01", "LOAD_ENERGY_TODAY", "many"), time.wall(),
                ZoneOffset.UTC);
        assertEquals(7.0, poll(1000, 7.0, ZoneOffset.UTC), 1e-9);
        totals = DayTotals.restore(Map.of("day", "yesterday"), time.wall(), ZoneOffset.UTC);
        assertEquals(7.0, poll(1000, 7.0, ZoneOffset.UTC), 1e-9);
    }

    @Test
    void whatWasNeverReadHasNoTotal() {
        InverterReport nothing = totals.add(InverterReport.NONE, 0, time.wall(), ZoneOffset.UTC);
        assertFalse(nothing.readings().containsKey(Quantity.PV_ENERGY_TODAY));
    }
}
