// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.logging.upkeep;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.pigenny.core.logging.sample.Level;
import org.pigenny.core.logging.store.Session;

/**
 * Keeps the database small: by age, whether rows were uploaded or not, then by size, the finest and oldest first; and sees to it that the
 * space really comes back. The contract's raw tables are cut at midnight UTC.
 */
public final class Retention {
    /** Transactions in one go, so that the writer's loop gets its turn; the rest follows in the next. */
    private static final int TRANSACTIONS = 40;
    /** The story of an ordinary night; changes of state are kept for ever. */
    private static final Duration WORDS_KEPT = Duration.ofDays(90);
    private static final int EVENTS_KEPT = 1_000_000;
    private static final int ROWS_AT_ONCE = 5000;
    private static final int PAGES_AT_ONCE = 50_000;
    private static final Duration SLICE = Duration.ofDays(1);

    private final Session session;
    private int left = TRANSACTIONS;

    private Retention(Session session) {
        this.session = session;
    }

    /**
     * What came of a clean-up.
     *
     * @param finished whether all that is too old or too much is gone; else there is more to do
     * @param bytes used now
     * @param reclaimed whether the freed space has left the file
     */
    public record Result(long deleted, boolean finished, long bytes, boolean reclaimed) {}

    /** @param maxBytes the database is cut until it holds no more */
    public static Result run(Session session, Instant now, int retentionDays, long maxBytes) throws SQLException {
        Retention pass = new Retention(session);
        long deleted = pass.byAge(now, retentionDays) + pass.bySize(now, maxBytes);
        return new Result(deleted, pass.left > 0, used(session), reclaim(session));
    }

    private long byAge(Instant now, int retentionDays) throws SQLException {
        String raw = now.truncatedTo(ChronoUnit.DAYS).minus(Duration.ofDays(retentionDays)).toString();
        long deleted = 0;
        for (String table : List.of("control_logs", "device_readings")) {
            deleted += delete(table, "timestamp < ?", raw);
        }
        deleted += delete("alarms", "resolved = 1 AND timestamp < ?",
                now.minus(Level.MINUTE.kept().orElseThrow()).toString());
        for (Level level : Level.values()) {
            if (level.kept().isPresent()) {
                deleted += delete(level.table(), "at < ?", now.minus(level.kept().get()).getEpochSecond());
            }
        }
        deleted += delete("decisions", "edge = 0 AND at < ?",
                ChronoUnit.MICROS.between(Instant.EPOCH, now.minus(WORDS_KEPT)));
        deleted += delete("events", "at < (SELECT at FROM events ORDER BY at DESC LIMIT 1 OFFSET ?)",
                EVENTS_KEPT);
        deleted += delete("board_health", "at < ?",
                now.minus(Level.MINUTE.kept().orElseThrow()).getEpochSecond());
        return deleted;
    }

    /** A day at a time from what is missed least: raw readings, ten-second samples, words, minutes. */
    private long bySize(Instant now, long maxBytes) throws SQLException {
        long deleted = 0;
        for (Slice slice : List.of(new Slice("device_readings", "timestamp", true),
                new Slice("control_logs", "timestamp", true),
                new Slice(Level.TEN_SECONDS.table(), "at", false), new Slice(Level.MINUTE.table(), "at", false))) {
            while (used(session) > maxBytes) {
                long cut = cutOldest(slice, now);
                if (cut == 0) {
                    break;
                }
                deleted += cut;
            }
        }
        return deleted;
    }

    /** @param text whether times are ISO text or Unix seconds */
    private record Slice(String table, String column, boolean text) {}

    private long cutOldest(Slice slice, Instant now) throws SQLException {
        String oldest = session
                .query("SELECT min(" + slice.column() + ") FROM " + slice.table(), row -> row.getString(1))
                .getFirst();
        if (oldest == null) {
            return 0;
        }
        Instant first = slice.text() ? Instant.parse(oldest) : Instant.ofEpochSecond(Long.parseLong(oldest));
        Instant until = first.plus(SLICE);
        if (until.isAfter(now)) {
            return 0;
        }
        return delete(slice.table(), slice.column() + " < ?",
                slice.text() ? until.toString() : (Object) until.getEpochSecond());
    }

    private long delete(String table, String condition, Object limit) throws SQLException {
        String sql = "DELETE FROM " + table + " WHERE rowid IN (SELECT rowid FROM " + table + " WHERE " + condition
                + " LIMIT " + ROWS_AT_ONCE + ")";
        long deleted = 0;
        boolean more = true;
        while (more && left > 0) {
            int[] rows = new int[1];
            session.transaction(() -> rows[0] = session.update(sql, limit));
            more = rows[0] == ROWS_AT_ONCE;
            left -= more ? 1 : 0;
            deleted += rows[0];
        }
        return deleted;
    }

    private static long used(Session session) throws SQLException {
        return (session.number("SELECT page_count FROM pragma_page_count")
                - session.number("SELECT freelist_count FROM pragma_freelist_count"))
                * session.number("SELECT page_size FROM pragma_page_size");
    }

    /** Gives free pages back to the file system, and looks whether they are gone. */
    private static boolean reclaim(Session session) throws SQLException {
        session.runToTheEnd("PRAGMA incremental_vacuum(" + PAGES_AT_ONCE + ")");
        session.query("PRAGMA wal_checkpoint(TRUNCATE)", row -> 0);
        long free = session.number("SELECT freelist_count FROM pragma_freelist_count");
        long pages = session.number("SELECT page_count FROM pragma_page_count");
        return free <= Math.max(PAGES_AT_ONCE / 50, pages / 5);
    }
}
