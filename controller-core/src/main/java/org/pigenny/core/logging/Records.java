// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.logging;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.pigenny.core.api.CoreSnapshot;
import org.pigenny.core.api.History;
import org.pigenny.core.logging.alarm.AlarmTracker;
import org.pigenny.core.logging.csv.CsvLog;
import org.pigenny.core.logging.event.EventRow;
import org.pigenny.core.logging.event.NewestEvents;
import org.pigenny.core.logging.run.BoardHealthTracker;
import org.pigenny.core.logging.run.CounterTracker;
import org.pigenny.core.logging.run.DecisionTracker;
import org.pigenny.core.logging.run.RunTracker;
import org.pigenny.core.logging.sample.RollUp;
import org.pigenny.core.logging.sample.SampleRow;
import org.pigenny.core.logging.sample.Sampler;
import org.pigenny.core.logging.store.Readers;
import org.pigenny.core.logging.store.StoreFile;
import org.pigenny.core.logging.store.WriteQueue;
import org.pigenny.core.logging.store.Writer;
import org.pigenny.core.model.Event;
import org.pigenny.core.model.EventSink;
import org.pigenny.core.model.Loop;
import org.pigenny.core.model.settings.LoggingSettings;
import org.pigenny.core.time.TimeSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The records of the appliance. {@link #record} and {@link #accept} only touch memory, so nobody waits for a disk; the loop is the
 * one writer of the CSV files and of the database. A disk that is full, gone or broken stops nothing.
 */
public final class Records implements EventSink, Loop, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Records.class);
    /** How long the loop waits for something urgent before it looks at the clock again, real time. */
    private static final long WAIT_MILLIS = 500;

    private final TimeSource plant;
    private final RecordsOptions options;
    private final NewestEvents newest;
    private final WriteQueue queue;
    private final Writer writer;
    private final Readers readers;
    private final SqliteHistory history;
    private final CsvSchedule csv;
    private final Sampler sampler = new Sampler();
    private final Trackers trackers;
    private final ReentrantLock disk = new ReentrantLock();
    private long flushAt;
    private long oldestSample = Long.MAX_VALUE;
    private boolean takenOver;

    /** @param plant time of the plant, in which intervals count and records are stamped */
    public Records(Path database, LoggingSettings settings, TimeSource plant) {
        this(database, settings, plant, RecordsOptions.defaults());
    }

    public Records(Path database, LoggingSettings settings, TimeSource plant, RecordsOptions options) {
        this.plant = plant;
        this.options = options;
        newest = new NewestEvents(options.newest());
        queue = new WriteQueue(options.urgentLimit(), options.measuredLimit());
        Complaints complaints = new Complaints(plant, queue, newest, options.urgentLimit());
        StoreFile file = new StoreFile(database);
        writer = new Writer(file, queue, plant, options.real(), complaints);
        readers = new Readers(file, writer::suspect);
        trackers = new Trackers(queue, List.of(new RunTracker(), new CounterTracker(), new DecisionTracker(),
                new AlarmTracker(), new BoardHealthTracker()));
        history = new SqliteHistory(readers, writer, newest, () -> LocalDate.ofInstant(plant.wall(), trackers.zone()));
        csv = new CsvSchedule(new CsvLog(Path.of(settings.csvDir())), settings.csvInterval(), plant, complaints);
        flushAt = plant.nanos() + options.flushInterval().toNanos();
    }

    @Override
    public void record(Event event) {
        queue.add(new EventRow(newest.add(event)));
        trackers.heard(event);
    }

    /** Takes the newest picture of everything. Never blocks. */
    public void accept(CoreSnapshot snapshot) {
        synchronized (sampler) {
            sampler.take(snapshot).forEach(this::queue);
        }
        trackers.observe(snapshot);
        csv.take(snapshot);
    }

    private void queue(SampleRow row) {
        oldestSample = Math.min(oldestSample, row.at());
        queue.add(row);
    }

    public History history() {
        return history;
    }

    /** The newest events, newest first. */
    public List<Event> newest() {
        return newest.list();
    }

    @Override
    public String name() {
        return "records";
    }

    @Override
    public void run(Runnable progress) throws InterruptedException {
        while (true) {
            cycle();
            progress.run();
            queue.await(WAIT_MILLIS);
        }
    }

    /** One pass of the loop: whatever is due by now. */
    void cycle() throws InterruptedException {
        disk.lockInterruptibly();
        try {
            long now = plant.nanos();
            Instant wall = plant.wall();
            synchronized (sampler) {
                sampler.advance(now, wall).forEach(this::queue);
            }
            csv.writeIfDue();
            takeOver();
            flush(now - flushAt >= 0);
        } finally {
            disk.unlock();
        }
    }

    private void flush(boolean due) {
        if (!writer.flush(due) || !due) {
            return;
        }
        long oldest;
        synchronized (sampler) {
            oldest = oldestSample;
            oldestSample = Long.MAX_VALUE;
        }
        writer.with(session -> {
            RollUp.run(session, oldest);
            return true;
        });
        flushAt = plant.nanos() + options.flushInterval().toNanos();
    }

    /** What an earlier process recorded last belongs on the screen, too, and a run that it saw begin goes on. */
    private void takeOver() {
        if (takenOver) {
            return;
        }
        boolean resumes = !trackers.begun();
        takenOver = writer.with(session -> {
            if (resumes) {
                trackers.resume(session);
            }
            return true;
        }).isPresent();
        if (takenOver) {
            newest.addOlder(
                    history.events(Instant.MAX, Math.min(options.newest(), SqliteHistory.MOST_EVENTS), any -> true));
        }
        if (resumes) {
            trackers.begin();
        }
    }

    /** Writes what is left and closes the files. */
    @Override
    public void close() {
        disk.lock();
        try {
            trackers.finish();
            flush(true);
            readers.close();
            writer.close();
        } catch (SQLException e) {
            LOG.warn("records were not closed properly: {}", e.getMessage());
        } finally {
            disk.unlock();
        }
    }
}
