// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.logging;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pigenny.core.logging.alarm.StandingAlarms;
import org.pigenny.core.logging.store.Readers;
import org.pigenny.core.logging.store.StoreFile;
import org.pigenny.core.logging.store.WriteQueue;
import org.pigenny.core.logging.store.Writer;

/** Numbers about the records, for `/stats` and `/debug` of the logging service (site-controller.md 1.7). */
public final class RecordsStats {
    private static final double KILOBYTES_PER_ROW = 0.3;
    private static final List<String> TABLES = List.of("control_logs", "alarms", "device_readings");

    private final StoreFile file;
    private final Readers readers;
    private final Writer writer;
    private final WriteQueue queue;
    private final StandingAlarms standing;
    private final Pass pass;

    RecordsStats(StoreFile file, Readers readers, Writer writer, WriteQueue queue, StandingAlarms standing, Pass pass) {
        this.file = file;
        this.readers = readers;
        this.writer = writer;
        this.queue = queue;
        this.standing = standing;
        this.pass = pass;
    }

    /** The object of `/stats`: maps, lists, text and numbers. What cannot be asked now is missing. */
    public Map<String, Object> stats() {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("database", database());
        all.put("active_alarms", standing.list().size());
        all.put("buffer", buffer());
        all.put("timing", timing());
        all.put("errors", Map.of("consecutive", writer.failures(), "dropped_rows", queue.dropped()));
        return all;
    }

    /** The object of `/debug`. */
    public Map<String, Object> debug() {
        return Map.of("diagnostics", Map.of("buffer_current", waiting(), "buffer_peak_24h", queue.peak(),
                "clock_buckets_skipped", pass.skippedFlushes(), "rows_written", writer.written(), "commits",
                writer.commits()));
    }

    private Map<String, Object> database() {
        Map<String, Object> counts = new LinkedHashMap<>();
        for (String table : TABLES) {
            count("SELECT count(*) FROM " + table).ifPresent(rows -> counts.put("total_" + table, rows));
            count("SELECT count(*) FROM " + table + " WHERE synced_at IS NULL")
                    .ifPresent(rows -> counts.put("unsynced_" + table, rows));
        }
        counts.put("db_size_bytes", file.size());
        return counts;
    }

    private Optional<Long> count(String sql) {
        return readers.ask(session -> session.number(sql));
    }

    private Map<String, Object> buffer() {
        return Map.of("readings_count", waiting(), "memory_kb", Math.round(waiting() * KILOBYTES_PER_ROW));
    }

    private int waiting() {
        return queue.size() + writer.inFlight();
    }

    private Map<String, Object> timing() {
        return Map.of("last_flush", pass.lastFlush().toString(), "sample_drift_ms", pass.sampleDriftMillis(),
                "flush_drift_ms", pass.flushDriftMillis());
    }
}
