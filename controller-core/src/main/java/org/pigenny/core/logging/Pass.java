// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.logging;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.ReentrantLock;
import org.pigenny.core.api.EventFilter;
import org.pigenny.core.logging.event.NewestEvents;
import org.pigenny.core.logging.sample.AlignedSchedule;
import org.pigenny.core.logging.sample.RollUp;
import org.pigenny.core.logging.store.Readers;
import org.pigenny.core.logging.store.WriteQueue;
import org.pigenny.core.logging.store.Writer;
import org.pigenny.core.logging.upkeep.CleanUp;
import org.pigenny.core.logging.upkeep.LoggingHealth;
import org.pigenny.core.logging.upkeep.Retention;
import org.pigenny.core.model.settings.LoggingSettings;
import org.pigenny.core.time.TimeSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the writer's loop does in one pass: takes over from an earlier process once, writes what happened, writes what was measured on
 * every full minute, rolls up, looks at its own health, cleans up. One pass at a time.
 */
final class Pass {
    private static final Logger LOG = LoggerFactory.getLogger(Pass.class);

    /** What it works with. */
    record Parts(Writer writer, Readers readers, WriteQueue queue, Samples samples, Trackers trackers, AlarmDesk alarms,
            Complaints complaints, NewestEvents newest, SqliteHistory history) {}

    private final Parts parts;
    private final CleanUp cleanUp;
    private final LoggingSettings settings;
    private final TimeSource plant;
    private final RecordsOptions options;
    private final AlignedSchedule flush;
    private final AlignedSchedule day = new AlignedSchedule(Duration.ofDays(1));
    private final LoggingHealth health = new LoggingHealth();
    private final ReentrantLock disk = new ReentrantLock();
    private boolean takenOver;
    private boolean cleaning;
    private long expectedAt;
    private volatile double sampleDriftMillis;
    private volatile double flushDriftMillis;
    private volatile Instant lastFlush = Instant.EPOCH;

    Pass(Parts parts, CleanUp cleanUp, LoggingSettings settings, TimeSource plant, RecordsOptions options) {
        this.parts = parts;
        this.cleanUp = cleanUp;
        this.settings = settings;
        this.plant = plant;
        this.options = options;
        flush = new AlignedSchedule(options.flushInterval());
        expectedAt = Long.MIN_VALUE;
    }

    /** How late the last pass began, real ms. */
    double sampleDriftMillis() {
        return sampleDriftMillis;
    }

    /** How late the last flush ended, real ms. */
    double flushDriftMillis() {
        return flushDriftMillis;
    }

    Instant lastFlush() {
        return lastFlush;
    }

    long skippedFlushes() {
        return flush.skipped();
    }

    /** Waits for something urgent, at most so long. */
    void waits(long millis) throws InterruptedException {
        expectedAt = options.real().nanos() + millis * 1_000_000;
        parts.queue().await(millis);
    }

    void run(Runnable first) throws InterruptedException {
        disk.lockInterruptibly();
        try {
            long late = expectedAt == Long.MIN_VALUE ? 0 : options.real().nanos() - expectedAt;
            sampleDriftMillis = Math.max(0, late / 1e6);
            first.run();
            takeOver();
            if (flush.due(plant.nanos(), plant.wall())) {
                flushAll();
                checkHealth();
                cleanUp();
                if (day.due(plant.nanos(), plant.wall())) {
                    parts.queue().resetPeak();
                }
            } else {
                parts.writer().flush(false);
            }
        } finally {
            disk.unlock();
        }
    }

    private void flushAll() {
        long begun = options.real().nanos();
        long oldest = parts.samples().takeOldest();
        boolean rolled = parts.writer().flush(true) && parts.writer().with(session -> {
            RollUp.run(session, oldest);
            return true;
        }).isPresent();
        if (rolled) {
            lastFlush = plant.wall();
        } else {
            parts.samples().giveBack(oldest);
        }
        flushDriftMillis = sampleDriftMillis + (options.real().nanos() - begun) / 1e6;
    }

    private void checkHealth() {
        parts.alarms()
                .evaluate(health.check(Math.max(sampleDriftMillis, flushDriftMillis),
                        parts.queue().size() + parts.writer().inFlight(), parts.writer().failures()));
    }

    private void cleanUp() {
        if (!cleaning && !cleanUp.due(plant.nanos(), plant.wall(), parts.trackers().zone())) {
            return;
        }
        parts.writer()
                .with(session -> Retention.run(session, plant.wall(), settings.retentionDays(), options.maxBytes()))
                .ifPresent(result -> {
                    cleaning = !result.finished();
                    LOG.info("[HEALTH] records cleaned up: {} rows deleted, {} kB in use", result.deleted(),
                            result.bytes() >> 10);
                    if (result.finished()) {
                        cleanUp.done(plant.wall());
                    }
                    if (result.finished() && !result.reclaimed()) {
                        parts.complaints().notReclaimed(result.bytes());
                    }
                });
    }

    private void takeOver() {
        if (takenOver) {
            return;
        }
        boolean resumes = !parts.trackers().begun();
        takenOver = parts.writer().with(session -> {
            if (resumes) {
                parts.trackers().resume(session);
                parts.alarms().resume(session);
            }
            return true;
        }).isPresent();
        if (takenOver) {
            parts.newest()
                    .addOlder(parts.history()
                            .events(Instant.MAX,
                                    Math.min(options.newest(), SqliteHistory.MOST_EVENTS), EventFilter.ALL));
        }
        if (resumes) {
            parts.trackers().begin();
        }
    }

    /** Writes what is left and closes the files. */
    void close() {
        disk.lock();
        try {
            parts.trackers().finish();
            flushAll();
            parts.readers().close();
            parts.writer().close();
        } catch (SQLException e) {
            LOG.warn("records were not closed properly: {}", e.getMessage());
        } finally {
            disk.unlock();
        }
    }
}
