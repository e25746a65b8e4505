// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.trends;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.pigenny.core.api.History.Run;
import org.pigenny.core.model.Origin;
import org.pigenny.core.model.RunReason;

class RunLaneTest {
    private static final double ULP = 1e-9;
    private static final Instant END = Instant.parse("2026-01-14T20:00:00Z");
    private static final Span DAY = Span.ending(END, Duration.ofHours(24));
    private static final Span YEAR = Span.ending(END, Duration.ofDays(365));

    @Test
    void a_run_fills_the_columns_it_covers_and_parts_of_those_at_its_ends() {
        assertArrayEquals(new double[]{0, 0.5, 1, 0.25},
                RunLane.shares(DAY, List.of(run(DAY, Duration.ofHours(9), Duration.ofMinutes(630))), 4), ULP);
    }

    @Test
    void a_single_short_run_in_a_year_is_not_lost() {
        double[] shares = RunLane.shares(YEAR, List.of(run(YEAR, Duration.ofDays(100), Duration.ofMinutes(12))), 300);
        assertEquals(1, DoubleStream.of(shares).filter(share -> share > 0).count());
        assertEquals(12.0 / (365 * 1440.0 / 300), DoubleStream.of(shares).sum(), 1e-6);
    }

    @Test
    void many_short_runs_are_not_one_long_one() {
        List<Run> daily = IntStream.range(0, 365)
                .mapToObj(day -> run(YEAR, Duration.ofDays(day), Duration.ofHours(6)))
                .toList();
        double[] shares = RunLane.shares(YEAR, daily, 365);
        assertEquals(0.25, DoubleStream.of(shares).max().orElseThrow(), 1e-6);
        assertEquals(0.25, DoubleStream.of(shares).average().orElseThrow(), 1e-6);
    }

    @Test
    void a_run_that_goes_on_reaches_the_end_and_one_outside_shows_nowhere() {
        Run on = new Run(1, RunReason.SOC, Origin.CORE, END.minus(Duration.ofHours(6)), Optional.empty(),
                Optional.empty(),
                Optional.empty(), 1, OptionalDouble.empty(), OptionalDouble.empty(), 0, Optional.empty(),
                Optional.empty());
        assertArrayEquals(new double[]{0, 0, 0, 1}, RunLane.shares(DAY, List.of(on), 4), ULP);
        Run before = run(DAY, Duration.ofDays(-2), Duration.ofHours(3));
        assertArrayEquals(new double[4], RunLane.shares(DAY, List.of(before), 4), ULP);
    }

    private static Run run(Span span, Duration after, Duration length) {
        Instant fired = span.from().plus(after);
        return new Run(1, RunReason.SOC, Origin.CORE, fired.minusSeconds(20), Optional.of(fired), Optional.empty(),
                Optional.of(fired.plus(length)), 1, OptionalDouble.empty(), OptionalDouble.empty(), 0, Optional.empty(),
                Optional.empty());
    }
}
