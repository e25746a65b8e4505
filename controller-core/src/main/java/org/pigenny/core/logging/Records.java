// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.logging;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.pigenny.core.api.CoreSnapshot;
import org.pigenny.core.api.History;
import org.pigenny.core.logging.alarm.AlarmDefinition;
import org.pigenny.core.logging.alarm.AlarmTracker;
import org.pigenny.core.logging.alarm.DefaultAlarms;
import org.pigenny.core.logging.alarm.StandingAlarms;
import org.pigenny.core.logging.contract.ControlLogTracker;
import org.pigenny.core.logging.contract.DeviceReadingsTracker;
import org.pigenny.core.logging.csv.CsvLog;
import org.pigenny.core.logging.event.EventRow;
import org.pigenny.core.logging.event.NewestEvents;
import org.pigenny.core.logging.run.BoardHealthTracker;
import org.pigenny.core.logging.run.CounterTracker;
import org.pigenny.core.logging.run.DecisionTracker;
import org.pigenny.core.logging.run.RunTracker;
import org.pigenny.core.logging.store.Readers;
import org.pigenny.core.logging.store.StoreFile;
import org.pigenny.core.logging.store.WriteQueue;
import org.pigenny.core.logging.store.Writer;
import org.pigenny.core.logging.upkeep.CleanUp;
import org.pigenny.core.logging.upkeep.LoggingHealth;
import org.pigenny.core.model.AlarmReport;
import org.pigenny.core.model.Event;
import org.pigenny.core.model.EventSink;
import org.pigenny.core.model.Loop;
import org.pigenny.core.model.Origin;
import org.pigenny.core.model.settings.LoggingSettings;
import org.pigenny.core.time.TimeSource;

/**
 * The records of the appliance. {@link #record} and {@link #accept} only touch memory, so nobody waits for a disk; the loop is the
 * one writer of the CSV files and of the database. A disk that is full, gone or broken stops nothing.
 */
public final class Records implements EventSink, Loop, AutoCloseable {
    /** How long the loop waits for something urgent before it looks at the clock again, real time. */
    private static final long WAIT_MILLIS = 500;

    private final TimeSource plant;
    private final NewestEvents newest;
    private final WriteQueue queue;
    private final StandingAlarms standing;
    private final AlarmDesk alarms;
    private final Trackers trackers;
    private final Samples samples;
    private final CsvSchedule csv;
    private final SqliteHistory history;
    private final Pass pass;
    private final RecordsStats stats;

    /** @param plant time of the plant, in which intervals count and records are stamped */
    public Records(Path database, LoggingSettings settings, TimeSource plant) {
        this(database, settings, plant, RecordsOptions.defaults());
    }

    public Records(Path database, LoggingSettings settings, TimeSource plant, RecordsOptions options) {
        this.plant = plant;
        newest = new NewestEvents(options.newest());
        queue = new WriteQueue(options.urgentLimit(), options.measuredLimit());
        standing = new StandingAlarms(queue);
        Complaints complaints = new Complaints(plant, queue, newest, standing, options.urgentLimit());
        StoreFile file = new StoreFile(database);
        Writer writer = new Writer(file, queue, plant, options.real(), complaints);
        Readers readers = new Readers(file, writer::suspect);
        alarms = new AlarmDesk(definitions(DefaultAlarms.controller()), standing, this::keep, plant);
        trackers = new Trackers(queue, List.of(new RunTracker(), new CounterTracker(), new DecisionTracker(),
                new AlarmTracker(standing::owns), new BoardHealthTracker(), new DeviceReadingsTracker(),
                new ControlLogTracker()));
        samples = new Samples(queue);
        history = new SqliteHistory(readers, writer, newest, () -> LocalDate.ofInstant(plant.wall(), trackers.zone()));
        csv = new CsvSchedule(new CsvLog(Path.of(settings.csvDir())), settings.csvInterval(), plant, complaints);
        Pass.Parts parts = new Pass.Parts(writer, readers, queue, samples, trackers, alarms, complaints, newest,
                history);
        pass = new Pass(parts, new CleanUp(database), settings, plant, options);
        stats = new RecordsStats(file, readers, writer, queue, standing, pass);
    }

    private static List<AlarmDefinition> definitions(List<AlarmDefinition> wanted) {
        return Stream.concat(wanted.stream(), LoggingHealth.alarms().stream()).toList();
    }

    @Override
    public void record(Event event) {
        trackers.heard(keep(event));
    }

    private Event keep(Event event) {
        Event kept = newest.add(event);
        queue.add(new EventRow(kept));
        return kept;
    }

    /** Takes the newest picture of everything. Never blocks. */
    public void accept(CoreSnapshot snapshot) {
        samples.take(snapshot);
        trackers.observe(snapshot);
        csv.take(snapshot);
    }

    /** Judges values of the computer by the alarm definitions; keys are those of {@link DefaultAlarms}. Never blocks. */
    public void judge(Map<String, Double> values) {
        alarms.evaluate(values);
    }

    /** Other alarm definitions than the default ones. */
    public void define(List<AlarmDefinition> definitions) {
        alarms.define(definitions(definitions));
    }

    /** The alarms that the records themselves raise: disk, database, computer. Worst first. */
    public List<AlarmReport> alarms() {
        return standing.list();
    }

    /** Answers whether it was one of {@link #alarms}. */
    public boolean acknowledge(String code, Origin who) {
        return standing.acknowledge(code, who, plant.wall());
    }

    public History history() {
        return history;
    }

    /** The newest events, newest first. */
    public List<Event> newest() {
        return newest.list();
    }

    /** For `/stats` and `/debug`, with the names of site-controller.md 1.7. Asks the database: not from a loop in a hurry. */
    public RecordsStats stats() {
        return stats;
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
            pass.waits(WAIT_MILLIS);
        }
    }

    /** One pass of the loop, for those who have no thread to give it: whatever is due by now. Not from two threads at once. */
    public void cycle() throws InterruptedException {
        samples.advance(plant.nanos(), plant.wall());
        pass.run(csv::writeIfDue);
    }

    /** Writes what is left and closes the files. */
    @Override
    public void close() {
        pass.close();
    }
}
