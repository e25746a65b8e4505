// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pigenny.core.time.TimeSource;

final class ScheduledLoopTest {
    /** Leaps through every wait; its wall clock can be set. */
    private static final class SteppedTime implements TimeSource {
        private long nanos;
        private Instant wall = Instant.ofEpochSecond(1000);

        @Override
        public long nanos() {
            return nanos;
        }

        @Override
        public Instant wall() {
            return wall;
        }

        @Override
        public void sleepUntil(long until) {
            pass(Duration.ofNanos(Math.max(0, until - nanos)));
        }

        void pass(Duration time) {
            nanos += time.toNanos();
            wall = wall.plus(time);
        }

        void step(Duration by) {
            wall = wall.plus(by);
        }
    }

    private final SteppedTime time = new SteppedTime();
    private final List<Long> runs = new ArrayList<>();

    @ParameterizedTest
    @CsvSource({"2026-01-05T14:30:17.234Z,500,2026-01-05T14:30:17Z",
        "2026-01-05T14:30:17.734Z,500,2026-01-05T14:30:17.500Z",
        "2026-01-05T14:30:45Z,60000,2026-01-05T14:30:00Z", "2026-01-05T14:30:45Z,0,2026-01-05T14:30:45Z"})
    void an_instant_is_rounded_down_to_the_interval(String at, long millis, String aligned) {
        assertEquals(Instant.parse(aligned), ScheduledLoop.align(Instant.parse(at), Duration.ofMillis(millis)));
    }

    @Test
    void a_run_that_takes_long_skips_what_it_missed() {
        Schedule schedule = new Schedule(Duration.ofSeconds(60));
        schedule.begin(Instant.ofEpochSecond(1000));
        assertEquals(Instant.ofEpochSecond(1020), schedule.planned());
        schedule.finished(Instant.ofEpochSecond(1205), false);
        assertEquals(Instant.ofEpochSecond(1260), schedule.planned());
        assertEquals(3, schedule.skipped());
    }

    @Test
    void runs_are_aligned_to_the_clock_and_their_drift_is_counted() throws InterruptedException {
        runTimes(3, n -> time.pass(Duration.ofMillis(200)));
        assertEquals(List.of(1020L, 1080L, 1140L), runs);
    }

    @ParameterizedTest
    @ValueSource(longs = {3600, -3600})
    void a_clock_step_neither_stalls_nor_bursts(long seconds) throws InterruptedException {
        List<Long> monotonic = new ArrayList<>();
        runTimes(8, n -> {
            monotonic.add(time.nanos() / 1_000_000_000L);
            if (n == 3) {
                time.step(Duration.ofSeconds(seconds));
            }
        });
        for (int i = 1; i < monotonic.size(); i++) {
            long apart = monotonic.get(i) - monotonic.get(i - 1);
            assertTrue(apart > 0 && apart <= 120, () -> "no stall, no burst: " + monotonic);
        }
    }

    @Test
    void a_task_that_throws_is_called_again() throws InterruptedException {
        runTimes(3, n -> {
            if (n == 1) {
                throw new IllegalStateException("planted");
            }
        });
        assertEquals(3, runs.size());
    }

    private interface Step {
        void run(int n);
    }

    private void runTimes(int times, Step step) throws InterruptedException {
        ScheduledLoop loop = new ScheduledLoop("test", Duration.ofSeconds(60), () -> {
            runs.add(time.wall().getEpochSecond());
            step.run(runs.size());
        }, time);
        try {
            loop.run(() -> {
                if (runs.size() >= times) {
                    throw new Enough();
                }
            });
        } catch (Enough e) {
            assertEquals(times, loop.stats().get("execution_count"));
        }
    }

    private static final class Enough extends RuntimeException {
        private static final long serialVersionUID = 1;
    }
}
