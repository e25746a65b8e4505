// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.logging.sample;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pigenny.core.api.History;
import org.pigenny.core.logging.store.Session;
import org.pigenny.core.model.GeneratorState;
import org.pigenny.core.model.Quantity;
import org.pigenny.core.model.RunReason;

/**
 * One channel over time, thinned in SQL. The level is the coarsest whose rows fit a bucket, so that a year costs about as much as a
 * day; where that level does not reach (pruned at the old end, not yet rolled up at the new one) its neighbours fill in.
 */
public final class SampleQuery {
    private SampleQuery() {}

    public static List<History.Point> quantity(Session session, List<SampleRow> waiting, Quantity quantity,
            Instant from,
            Instant to, int points) throws SQLException {
        return series(session, waiting, SampleColumns.channel(quantity), from, to, points);
    }

    public static List<History.Point> chargerPower(Session session, List<SampleRow> waiting, Instant from, Instant to,
            int points) throws SQLException {
        return series(session, waiting, SampleColumns.CHARGER_POWER, from, to, points);
    }

    private static List<History.Point> series(Session session, List<SampleRow> waiting, String channel, Instant from,
            Instant to, int points) throws SQLException {
        Buckets buckets = new Buckets(from.getEpochSecond(), to.getEpochSecond(), points);
        for (Segment segment : segments(session, buckets)) {
            read(session, channel, segment, buckets);
        }
        for (SampleRow row : waiting) {
            Sample.Value value = row.sample().values().get(channel);
            if (value != null) {
                buckets.add(row.sample().at(), value);
            }
        }
        return buckets.points();
    }

    /** A stretch of time and the level that answers for it. */
    private record Segment(Level level, long from, long to) {}

    /** Which times a level has rows for. */
    private record Coverage(long from, long to) {
        static Coverage of(Session session, Level level) throws SQLException {
            // Two scalar subqueries: SQLite answers each from one end of the key.
            return session.query(
                    "SELECT (SELECT min(at) FROM " + level.table() + "), (SELECT max(at) FROM " + level.table() + ")",
                    row -> row.getObject(1) == null
                            ? new Coverage(0, 0)
                            : new Coverage(row.getLong(1), row.getLong(2) + level.seconds()))
                    .getFirst();
        }
    }

    private static List<Segment> segments(Session session, Buckets buckets) throws SQLException {
        Map<Level, Coverage> coverages = new EnumMap<>(Level.class);
        for (Level level : Level.values()) {
            coverages.put(level, Coverage.of(session, level));
        }
        List<Segment> segments = new ArrayList<>();
        Level best = Level.forBucket(buckets.width());
        long low = Long.MAX_VALUE;
        long high = Long.MIN_VALUE;
        for (Level level : preference(best)) {
            Coverage coverage = coverages.getOrDefault(level, new Coverage(0, 0));
            long from = Math.max(buckets.from(), coverage.from());
            long to = Math.min(buckets.to(), coverage.to());
            if (from >= to) {
                continue;
            }
            if (low > high) {
                segments.add(new Segment(level, from, to));
            } else {
                if (from < low) {
                    segments.add(new Segment(level, from, low));
                }
                if (to > high) {
                    segments.add(new Segment(level, high, to));
                }
            }
            low = Math.min(low, from);
            high = Math.max(high, to);
        }
        return segments;
    }

    /** The best level, then those that may reach further: coarser into the past, finer towards now. */
    private static List<Level> preference(Level best) {
        List<Level> order = new ArrayList<>(List.of(best));
        for (Optional<Level> next = best.finer(); next.isPresent(); next = next.get().finer()) {
            order.add(next.get());
        }
        for (Optional<Level> next = best.coarser(); next.isPresent(); next = next.get().coarser()) {
            order.add(next.get());
        }
        return order;
    }

    private static void read(Session session, String channel, Segment segment, Buckets buckets) throws SQLException {
        String sql = "SELECT (at - ?) / ? AS bucket, sum(" + channel + " * n), sum(n), min(coalesce("
                + SampleColumns.low(channel) + ", " + channel + ")), max(coalesce(" + SampleColumns.high(channel)
                + ", " + channel + ")) FROM " + segment.level().table() + " WHERE at >= ? AND at < ? AND " + channel
                + " IS NOT NULL GROUP BY bucket";
        double scale = SampleColumns.scale(channel);
        session.query(sql, row -> {
            buckets.add(row.getInt(1), row.getDouble(2) / scale, row.getLong(3), row.getDouble(4) / scale,
                    row.getDouble(5) / scale);
            return true;
        }, buckets.from(), buckets.width(), segment.from(), segment.to());
    }

    /** Values and words of the finest row that covers a moment. Where a finer level has a gap, a coarser one does not paper over it. */
    public static Optional<History.Moment> moment(Session session, Instant at) throws SQLException {
        for (Level level : Level.values()) {
            List<Optional<History.Moment>> found = session.query(
                    "SELECT * FROM " + level.table() + " WHERE at <= ? AND at > ? ORDER BY at DESC LIMIT 1", row -> {
                        Map<Quantity, Double> values = new EnumMap<>(Quantity.class);
                        for (Quantity quantity : Quantity.values()) {
                            String channel = SampleColumns.channel(quantity);
                            if (row.getObject(channel) != null) {
                                values.put(quantity, row.getLong(channel) / SampleColumns.scale(channel));
                            }
                        }
                        return Optional.of(new History.Moment(Instant.ofEpochSecond(row.getLong("at")), values,
                                state(row.getString("state")), reason(row.getString("reason")), Optional.empty()));
                    }, at.getEpochSecond(), at.getEpochSecond() - patience(level));
            if (!found.isEmpty()) {
                return found.getFirst();
            }
            Coverage coverage = Coverage.of(session, level);
            if (coverage.from() <= at.getEpochSecond() && at.getEpochSecond() < coverage.to()) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** A fine row answers a little longer than it lasts: the newest ones are still on their way. */
    private static long patience(Level level) {
        return level == Level.TEN_SECONDS || level == Level.MINUTE ? 2 * level.seconds() : level.seconds();
    }

    private static GeneratorState state(@Nullable String word) {
        for (GeneratorState state : GeneratorState.values()) {
            if (state.name().equals(word)) {
                return state;
            }
        }
        return GeneratorState.UNKNOWN;
    }

    private static RunReason reason(@Nullable String word) {
        for (RunReason reason : RunReason.values()) {
            if (reason.word().equals(word)) {
                return reason;
            }
        }
        return RunReason.NONE;
    }

}
