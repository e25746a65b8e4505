// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.logging.event;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pigenny.core.api.EventFilter;
import org.pigenny.core.logging.json.Codec;
import org.pigenny.core.logging.store.Session;
import org.pigenny.core.model.Event;
import org.pigenny.core.model.Message;
import org.pigenny.core.model.Origin;
import org.pigenny.core.model.Severity;

/** Pages of events by key, newest first: a page deep in a million costs what the first one costs. */
public final class EventQuery {
    private static final int PAGE = 1000;
    /** Far in the future is as good as any key beyond it, and fits the column. */
    private static final Instant LAST_KEY = Instant.parse("9999-12-31T00:00:00Z");
    private static final String COLUMNS = "SELECT at, kind, severity, code, origin, text FROM events";

    private EventQuery() {}

    /** @param waiting events that are not on the disk yet */
    public static List<Event> page(Session session, List<EventRow> waiting, Instant before, int limit,
            Predicate<Event> wanted) throws SQLException {
        List<Event> found = new ArrayList<>(
                waiting.stream()
                        .map(EventRow::event)
                        .filter(event -> event.at().isBefore(before))
                        .filter(wanted)
                        .toList());
        found.addAll(stored(session, key(before), limit, wanted));
        return found.stream().sorted(Comparator.comparing(Event::at).reversed()).distinct().limit(limit).toList();
    }

    /** How many are stored of a stretch. */
    public static long count(Session session, Instant from, Instant to) throws SQLException {
        return session.number("SELECT count(*) FROM events WHERE at >= ? AND at < ?", key(from), key(to));
    }

    private static List<Event> stored(Session session, long before, int limit, Predicate<Event> wanted)
            throws SQLException {
        if (wanted instanceof EventFilter filter) {
            return read(session, sql(filter), before, limit, filter);
        }
        List<Event> found = new ArrayList<>();
        long key = before;
        List<Event> page;
        do {
            page = read(session, sql(EventFilter.ALL), key, PAGE, EventFilter.ALL);
            page.stream().filter(wanted).limit(limit - found.size()).forEach(found::add);
            key = page.isEmpty() ? key : EventRow.micros(page.getLast().at());
        } while (page.size() == PAGE && found.size() < limit);
        return found;
    }

    private static List<Event> read(Session session, String sql, long before, int limit, EventFilter filter)
            throws SQLException {
        List<@Nullable Object> arguments = new ArrayList<>();
        for (int i = 0; i < Math.max(1, filter.kinds().size()); i++) {
            arguments.add(before);
            arguments.add(limit);
        }
        arguments.add(limit);
        return session.query(sql, EventQuery::event, arguments.toArray());
    }

    /** One ordered walk along an index for each kind, merged; the severity stands as a literal so that its partial index serves. */
    private static String sql(EventFilter filter) {
        String severity = filter.atLeast() == Severity.INFO ? "" : " AND severity >= " + Rank.of(filter.atLeast());
        String walk = "at < ?" + severity + " ORDER BY at DESC LIMIT ?";
        String walks = filter.kinds().isEmpty()
                ? "SELECT * FROM (" + COLUMNS + " WHERE " + walk + ")"
                : filter.kinds()
                        .stream()
                        .sorted()
                        .map(kind -> "SELECT * FROM (" + COLUMNS + " WHERE kind = '" + kind.name() + "' AND " + walk
                                + ")")
                        .collect(Collectors.joining(" UNION ALL "));
        return walks + " ORDER BY at DESC LIMIT ?";
    }

    private static long key(Instant wanted) {
        Instant before = wanted.isAfter(LAST_KEY) ? LAST_KEY : wanted;
        Instant whole = before.truncatedTo(ChronoUnit.MICROS);
        return EventRow.micros(whole) + (whole.equals(before) ? 0 : 1);
    }

    private static Event event(ResultSet row) throws SQLException {
        return new Event(Instant.EPOCH.plus(row.getLong(1), ChronoUnit.MICROS), kind(row.getString(2)),
                Rank.severity(row.getInt(3)), Codec.read(row.getString(6), Message.class),
                Optional.ofNullable(row.getString(4)), new Origin(row.getString(5)));
    }

    /** A kind that this version does not know is shown among the system's. */
    private static Event.Kind kind(String name) {
        for (Event.Kind kind : Event.Kind.values()) {
            if (kind.name().equals(name)) {
                return kind;
            }
        }
        return Event.Kind.SYSTEM;
    }
}
