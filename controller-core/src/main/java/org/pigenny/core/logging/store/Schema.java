// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.logging.store;

import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.pigenny.core.logging.sample.Level;
import org.pigenny.core.logging.sample.SampleColumns;

/**
 * The tables, as a list of steps: {@code user_version} says how many of them a file has been through. A step, once released, is
 * never changed. Columns of the sample tables follow the quantities and are added when one is new.
 */
final class Schema {
    private static final List<List<String>> STEPS = List.of(history(), runs(), contract());

    private Schema() {}

    /** The `user_version` of a file that is up to date. */
    static int newestVersion() {
        return STEPS.size();
    }

    /** The file comes from a later version of the program. */
    static final class TooNewException extends SQLException {
        private static final long serialVersionUID = 1;

        TooNewException(long version) {
            super("the database has version " + version + ", this program knows up to " + STEPS.size());
        }
    }

    static void bringUpToDate(Session session) throws SQLException {
        bringUpTo(session, STEPS.size());
        addColumns(session);
    }

    static void bringUpTo(Session session, int wanted) throws SQLException {
        int version = (int) session.number("PRAGMA user_version");
        if (version > STEPS.size()) {
            throw new TooNewException(version);
        }
        for (int step = version; step < wanted; step++) {
            List<String> statements = STEPS.get(step);
            int reached = step + 1;
            session.transaction(() -> {
                for (String statement : statements) {
                    session.run(statement);
                }
                session.run("PRAGMA user_version = " + reached);
            });
        }
    }

    private static void addColumns(Session session) throws SQLException {
        for (Level level : Level.values()) {
            Set<String> present = new HashSet<>(
                    session.query("SELECT name FROM pragma_table_info(?)", row -> row.getString(1), level.table()));
            List<String> missing = SampleColumns.all().stream().filter(column -> !present.contains(column)).toList();
            if (!missing.isEmpty()) {
                session.transaction(() -> {
                    for (String column : missing) {
                        session.run("ALTER TABLE " + level.table() + " ADD COLUMN " + column + " INTEGER");
                    }
                });
            }
        }
    }

    /** Times of events in µs, of samples in s, UTC. */
    private static List<String> history() {
        return List.of("CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
                "CREATE TABLE events (at INTEGER PRIMARY KEY, kind TEXT NOT NULL, severity INTEGER NOT NULL, code TEXT,"
                        + " origin TEXT NOT NULL, text TEXT NOT NULL)",
                "CREATE INDEX events_kind ON events (kind, at)",
                "CREATE INDEX events_severity_1 ON events (at) WHERE severity >= 1",
                "CREATE INDEX events_severity_2 ON events (at) WHERE severity >= 2",
                "CREATE INDEX events_severity_3 ON events (at) WHERE severity >= 3",
                "CREATE INDEX events_severity_4 ON events (at) WHERE severity >= 4",
                "CREATE TABLE sample_10s (at INTEGER PRIMARY KEY, n INTEGER NOT NULL, state TEXT, reason TEXT, phase TEXT)",
                "CREATE TABLE sample_1m (at INTEGER PRIMARY KEY, n INTEGER NOT NULL, state TEXT, reason TEXT, phase TEXT)",
                "CREATE TABLE sample_15m (at INTEGER PRIMARY KEY, n INTEGER NOT NULL, state TEXT, reason TEXT, phase TEXT)",
                "CREATE TABLE sample_2h (at INTEGER PRIMARY KEY, n INTEGER NOT NULL, state TEXT, reason TEXT, phase TEXT)");
    }

    /** Times in ms, UTC. */
    private static List<String> runs() {
        return List.of(
                "CREATE TABLE runs (id INTEGER PRIMARY KEY, asked INTEGER NOT NULL UNIQUE, trigger TEXT NOT NULL,"
                        + " origin TEXT NOT NULL, fired INTEGER, loaded INTEGER, stopped INTEGER, attempts INTEGER NOT NULL,"
                        + " failed INTEGER NOT NULL, soc_from REAL, soc_to REAL, energy_wh REAL NOT NULL, proven INTEGER,"
                        + " stop_reason TEXT, time_to_fire_ms INTEGER, engine_s REAL NOT NULL, loaded_s REAL NOT NULL,"
                        + " server_run INTEGER NOT NULL, seen INTEGER NOT NULL, open INTEGER NOT NULL)",
                "CREATE INDEX runs_open ON runs (asked) WHERE open = 1",
                "CREATE TABLE run_phases (asked INTEGER NOT NULL, at INTEGER NOT NULL, phase TEXT NOT NULL,"
                        + " PRIMARY KEY (asked, at, phase)) WITHOUT ROWID",
                "CREATE TABLE decisions (at INTEGER PRIMARY KEY, state TEXT NOT NULL, reason TEXT NOT NULL,"
                        + " edge INTEGER NOT NULL, why TEXT NOT NULL)",
                "CREATE TABLE counters (day TEXT PRIMARY KEY, engine_s REAL NOT NULL, loaded_s REAL NOT NULL,"
                        + " starts INTEGER NOT NULL, failed_starts INTEGER NOT NULL, energy_wh REAL NOT NULL) WITHOUT ROWID",
                "CREATE TABLE board_health (at INTEGER PRIMARY KEY, threads INTEGER NOT NULL, uptime TEXT NOT NULL,"
                        + " memory TEXT NOT NULL, disk TEXT NOT NULL)");
    }

    /** Names and columns of site-controller.md 1.7; times as ISO text in UTC. The alarms carry two columns of ours at the end. */
    private static List<String> contract() {
        return List.of(
                "CREATE TABLE control_logs (id INTEGER PRIMARY KEY AUTOINCREMENT, timestamp TEXT NOT NULL, site_id TEXT,"
                        + " total_load_kw REAL, total_load_kw_min REAL, total_load_kw_max REAL, solar_output_kw REAL,"
                        + " solar_output_kw_min REAL, solar_output_kw_max REAL, dg_power_kw REAL, solar_limit_pct REAL,"
                        + " solar_limit_kw REAL, safe_mode_active INTEGER, config_mode TEXT, operation_mode TEXT,"
                        + " load_meters_online INTEGER, inverters_online INTEGER, generators_online INTEGER,"
                        + " execution_time_ms REAL, device_readings TEXT, synced_at TEXT, created_at TEXT)",
                "CREATE TABLE alarms (id INTEGER PRIMARY KEY AUTOINCREMENT, alarm_id TEXT NOT NULL, site_id TEXT,"
                        + " alarm_type TEXT NOT NULL, device_id TEXT, device_name TEXT, message TEXT NOT NULL, condition TEXT,"
                        + " severity TEXT NOT NULL, timestamp TEXT NOT NULL, acknowledged INTEGER NOT NULL DEFAULT 0,"
                        + " acknowledged_by TEXT, acknowledged_at TEXT, resolved INTEGER NOT NULL DEFAULT 0, resolved_at TEXT,"
                        + " synced_at TEXT, created_at TEXT, text TEXT NOT NULL)",
                "CREATE TABLE device_readings (id INTEGER PRIMARY KEY AUTOINCREMENT, site_id TEXT, device_id TEXT NOT NULL,"
                        + " register_name TEXT NOT NULL, value REAL, unit TEXT, timestamp TEXT NOT NULL,"
                        + " source TEXT NOT NULL DEFAULT 'live', synced_at TEXT, created_at TEXT)",
                "CREATE INDEX control_logs_unsynced ON control_logs (id) WHERE synced_at IS NULL",
                "CREATE INDEX alarms_unsynced ON alarms (id) WHERE synced_at IS NULL",
                "CREATE INDEX alarms_open ON alarms (alarm_id) WHERE resolved = 0",
                "CREATE INDEX device_readings_unsynced ON device_readings (id) WHERE synced_at IS NULL",
                "CREATE INDEX control_logs_timestamp ON control_logs (timestamp)",
                "CREATE INDEX alarms_timestamp ON alarms (timestamp)",
                "CREATE INDEX device_readings_timestamp ON device_readings (timestamp)");
    }
}
