// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.system;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pigenny.core.json.Json;
import org.pigenny.core.model.Loop;
import org.pigenny.core.time.TimeSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs a task at multiples of an interval on the wall clock and keeps account of drift (site-controller.md 1.2). Waits on
 * monotonic time, so that a clock that is set forward or back neither stalls nor bursts.
 */
public final class ScheduledLoop implements Loop {
    private static final Logger LOG = LoggerFactory.getLogger(ScheduledLoop.class);
    private static final Duration CLOCK_JUMP = Duration.ofSeconds(30);

    private final String name;
    private final Duration interval;
    private final Runnable task;
    private final TimeSource time;
    private final Schedule schedule;
    private int executions;
    private double driftTotalS;
    private double driftLastMs;
    private double lastExecutionS;

    public ScheduledLoop(String name, Duration interval, Runnable task, TimeSource time) {
        this.name = name;
        this.interval = interval;
        this.task = task;
        this.time = time;
        this.schedule = new Schedule(interval);
    }

    /** The instant rounded down to a multiple of the interval; unchanged when the interval is not positive. */
    public static Instant align(Instant instant, Duration interval) {
        long step = interval.toNanos();
        if (step <= 0) {
            return instant;
        }
        Instant second = Instant.ofEpochSecond(instant.getEpochSecond());
        if (step >= 1_000_000_000L) {
            long millis = Math.floorDiv(instant.toEpochMilli(), interval.toMillis()) * interval.toMillis();
            return Instant.ofEpochMilli(millis);
        }
        return second.plusNanos(instant.getNano() / step * step);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void run(Runnable progress) throws InterruptedException {
        schedule.begin(time.wall());
        while (true) {
            // The wait is on monotonic time: a wall clock that is set meanwhile cannot lengthen it.
            Waits.sleep(time, schedule.untilNext(time.wall()), progress);
            once();
            progress.run();
        }
    }

    private void once() {
        Instant started = time.wall();
        long begun = time.nanos();
        try {
            task.run();
        } catch (RuntimeException e) {
            LOG.error("[ERROR] {} failed once", name, e);
        }
        account(started, Duration.ofNanos(time.nanos() - begun));
    }

    private synchronized void account(Instant started, Duration took) {
        Duration drift = Duration.between(schedule.planned(), started);
        executions++;
        lastExecutionS = took.toNanos() / 1e9;
        if (drift.abs().compareTo(CLOCK_JUMP) > 0) {
            LOG.warn("[FREQ] {}: the clock jumped by {} s", name, drift.toSeconds());
        } else {
            driftLastMs = drift.toNanos() / 1e6;
            driftTotalS += drift.toNanos() / 1e9;
        }
        schedule.finished(time.wall(), drift.abs().compareTo(CLOCK_JUMP) > 0);
    }

    public synchronized Map<String, @Nullable Object> stats() {
        return Json.object("name", name, "interval_s", interval.toNanos() / 1e9, "execution_count", executions,
                "drift_total_s", driftTotalS, "drift_last_ms", driftLastMs, "skipped_count", schedule.skipped(),
                "last_execution_s", lastExecutionS);
    }
}
