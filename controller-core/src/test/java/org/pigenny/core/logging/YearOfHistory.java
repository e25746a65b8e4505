// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.logging;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;

/** Fills a database of ours with a year: a month of ten seconds, all levels above, and events. Made in SQL, so in seconds. */
final class YearOfHistory {
    private static final String VALUES = "soc, battery_voltage, pv_power, load_power, load_power_lo, load_power_hi,"
            + " charge_power, charger_power";

    private YearOfHistory() {}

    static void fill(Path database, Instant end, int events) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database);
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("PRAGMA synchronous = OFF");
            samples(statement, "sample_10s", 10, end.minus(Duration.ofDays(31)), end);
            samples(statement, "sample_1m", 60, end.minus(Duration.ofDays(365)), end);
            samples(statement, "sample_15m", 900, end.minus(Duration.ofDays(365)), end);
            samples(statement, "sample_2h", 7200, end.minus(Duration.ofDays(365)), end);
            events(statement, end, events);
        }
    }

    private static void samples(Statement statement, String table, int step, Instant from, Instant to)
            throws SQLException {
        statement.executeUpdate("WITH RECURSIVE t(at) AS (SELECT " + from.getEpochSecond() + " UNION ALL SELECT at + "
                + step + " FROM t WHERE at + " + step + " < " + to.getEpochSecond() + ") INSERT OR REPLACE INTO "
                + table
                + " (at, n, state, reason, phase, " + VALUES + ") SELECT at, " + step / 10
                + ", 'IDLE', 'none', 'off', 4000 + at / 600 % 4000, 5200 + at / 900 % 300, at / 60 % 50000,"
                + " at / 7 % 30000, at / 7 % 30000 - 100, at / 7 % 30000 + 500, at % 20000, 0 FROM t");
    }

    private static void events(Statement statement, Instant end, int count) throws SQLException {
        long apart = Duration.ofDays(365).toMillis() * 1000 / count;
        statement.executeUpdate("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < " + count
                + ") INSERT OR REPLACE INTO events (at, kind, severity, origin, text) SELECT "
                + end.toEpochMilli() * 1000 + " - i * " + apart
                + ", CASE WHEN i % 1000 = 1 THEN 'OPERATOR' WHEN i % 1000 = 2 THEN 'SETTINGS' ELSE 'ENGINE' END,"
                + " CASE WHEN i % 10000 = 7 THEN 4 WHEN i % 100 = 7 THEN 1 ELSE 0 END, 'core',"
                + " '{\"key\":\"test.event\",\"args\":[{\"int\":' || i || '}]}' FROM n");
    }
}
