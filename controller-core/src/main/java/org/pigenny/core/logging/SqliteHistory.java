// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.logging;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.pigenny.core.api.History;
import org.pigenny.core.logging.alarm.AlarmRow;
import org.pigenny.core.logging.event.EventQuery;
import org.pigenny.core.logging.event.EventRow;
import org.pigenny.core.logging.event.NewestEvents;
import org.pigenny.core.logging.export.RecordsExport;
import org.pigenny.core.logging.run.CounterRow;
import org.pigenny.core.logging.run.DecisionTracker;
import org.pigenny.core.logging.run.StoredRuns;
import org.pigenny.core.logging.sample.Level;
import org.pigenny.core.logging.sample.SampleQuery;
import org.pigenny.core.logging.sample.SampleRow;
import org.pigenny.core.logging.store.Readers;
import org.pigenny.core.logging.store.Unwritten;
import org.pigenny.core.model.Event;
import org.pigenny.core.model.Message;
import org.pigenny.core.model.Quantity;
import org.pigenny.core.model.Why;

/** History from the database and from what is still on its way there; from memory alone when there is no database. */
final class SqliteHistory implements History {
    static final int MOST_EVENTS = 1000;

    private final Readers readers;
    private final Unwritten unwritten;
    private final NewestEvents newest;
    private final Supplier<LocalDate> today;

    /** @param today the owner's date */
    SqliteHistory(Readers readers, Unwritten unwritten, NewestEvents newest, Supplier<LocalDate> today) {
        this.today = today;
        this.readers = readers;
        this.unwritten = unwritten;
        this.newest = newest;
    }

    @Override
    public List<Event> events(Instant before, int limit, Predicate<Event> wanted) {
        if (limit < 1 || limit > MOST_EVENTS) {
            throw new IllegalArgumentException("a page has 1 to " + MOST_EVENTS + " events, not " + limit);
        }
        // The waiting rows first: one that is written meanwhile is then found twice, never not at all.
        List<EventRow> waiting = unwritten.unwritten(EventRow.class);
        return readers.ask(session -> EventQuery.page(session, waiting, before, limit, wanted))
                .orElseGet(() -> fromMemory(before, limit, wanted));
    }

    private List<Event> fromMemory(Instant before, int limit, Predicate<Event> wanted) {
        return newest.list()
                .stream()
                .filter(event -> event.at().isBefore(before))
                .filter(wanted)
                .sorted(Comparator.comparing(Event::at).reversed())
                .limit(limit)
                .toList();
    }

    @Override
    public List<Point> series(Quantity quantity, Instant from, Instant to, int points) {
        List<SampleRow> waiting = recent(to);
        return readers.ask(session -> SampleQuery.quantity(session, waiting, quantity, from, to, points))
                .orElseGet(List::of);
    }

    @Override
    public List<Point> chargerPower(Instant from, Instant to, int points) {
        List<SampleRow> waiting = recent(to);
        return readers.ask(session -> SampleQuery.chargerPower(session, waiting, from, to, points)).orElseGet(List::of);
    }

    private List<SampleRow> recent(Instant to) {
        return unwritten.unwritten(SampleRow.class)
                .stream()
                .filter(row -> row.at() < to.getEpochSecond() + Level.TEN_SECONDS.seconds())
                .toList();
    }

    @Override
    public List<Run> runs(int limit) {
        return readers.ask(session -> StoredRuns.last(session, limit)).orElseGet(List::of);
    }

    @Override
    public List<Run> runs(Instant from, Instant to) {
        return readers.ask(session -> StoredRuns.overlapping(session, from, to)).orElseGet(List::of);
    }

    @Override
    public List<RunPhase> phases(long runId) {
        return readers.ask(session -> StoredRuns.phases(session, runId)).orElseGet(List::of);
    }

    @Override
    public Optional<Moment> moment(Instant at) {
        return readers.ask(session -> {
            Optional<Why> why = DecisionTracker.at(session, at);
            return SampleQuery.moment(session, at)
                    .map(found -> new Moment(found.at(), found.values(), found.state(), found.reason(), why));
        }).orElseGet(Optional::empty);
    }

    @Override
    public List<PastAlarm> alarms(Instant before, int limit) {
        return readers.ask(session -> AlarmRow.before(session, before, limit)).orElseGet(List::of);
    }

    @Override
    public Counters counters() {
        return readers.ask(session -> CounterRow.totals(session, today.get())).orElse(Counters.NONE);
    }

    @Override
    public void export(Path folder, Instant from, Instant to, Function<Message, String> words, ZoneId zone,
            Progress progress) throws IOException {
        long total = readers.ask(session -> EventQuery.count(session, from, to))
                .orElseThrow(() -> new IOException("the records cannot be read now"));
        new RecordsExport(this, words, zone).tables(RecordsExport.folder(folder), from, to, total, progress);
    }
}
