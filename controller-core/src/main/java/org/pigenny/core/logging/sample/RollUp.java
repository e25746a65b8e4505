// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.logging.sample;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.pigenny.core.logging.store.Session;

/**
 * Makes each coarser level from the next finer one, as soon as a bucket is over. Done again for a bucket whose rows have changed, so
 * a clock that was set back does no harm.
 */
public final class RollUp {
    /** Buckets made in one transaction, so that a long backlog does not hold up the writer. */
    private static final long BUCKETS_AT_ONCE = 500;

    private RollUp() {}

    /**
     * Brings all levels up to date.
     *
     * @param oldestChange Unix time of the oldest ten-second row written since the last time, s
     */
    public static void run(Session session, long oldestChange) throws SQLException {
        for (Level level : Level.values()) {
            if (level.coarser().isPresent()) {
                roll(session, level, level.coarser().get(), oldestChange);
            }
        }
    }

    private static void roll(Session session, Level fine, Level coarse, long oldestChange) throws SQLException {
        long step = coarse.seconds();
        long end = Math.floorDiv(session.number("SELECT max(at) FROM " + fine.table()) + fine.seconds(), step) * step;
        long done = session.number("SELECT max(at) FROM " + coarse.table());
        long begin = done == 0 ? session.number("SELECT min(at) FROM " + fine.table()) : done + step;
        begin = Math.floorDiv(Math.min(begin, oldestChange), step) * step;
        for (long from = begin; from < end; from += step * BUCKETS_AT_ONCE) {
            long until = Math.min(end, from + step * BUCKETS_AT_ONCE);
            long first = from;
            session.transaction(() -> session.update(statement(fine, coarse), first, until));
        }
    }

    private static String statement(Level fine, Level coarse) {
        List<String> columns = SampleColumns.all();
        List<String> rolled = new ArrayList<>();
        List<String> kept = new ArrayList<>();
        for (String channel : SampleColumns.channels()) {
            String low = SampleColumns.low(channel);
            String high = SampleColumns.high(channel);
            rolled.add("CAST(round(sum(" + channel + " * n) * 1.0 / sum(CASE WHEN " + channel
                    + " IS NOT NULL THEN n END)) AS INTEGER) AS " + channel);
            rolled.add("min(coalesce(" + low + ", " + channel + ")) AS " + low);
            rolled.add("max(coalesce(" + high + ", " + channel + ")) AS " + high);
            kept.add(channel);
            kept.add("nullif(" + low + ", " + channel + ")");
            kept.add("nullif(" + high + ", " + channel + ")");
        }
        String bucket = "at / " + coarse.seconds() + " * " + coarse.seconds();
        // The bare columns state, reason and phase come from the row with the greatest time (SQLite: bare columns with max()).
        return "INSERT OR REPLACE INTO " + coarse.table() + " (at, n, state, reason, phase, "
                + String.join(", ", columns) + ") SELECT bucket, n, state, reason, phase, " + String.join(", ", kept)
                + " FROM (SELECT " + bucket + " AS bucket, sum(n) AS n, state, reason, phase, max(at), "
                + String.join(", ", rolled) + " FROM " + fine.table() + " WHERE at >= ? AND at < ? GROUP BY bucket)";
    }
}
