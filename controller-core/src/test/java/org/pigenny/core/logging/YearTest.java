// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.logging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pigenny.core.api.EventFilter;
import org.pigenny.core.api.History;
import org.pigenny.core.model.Event;
import org.pigenny.core.model.Quantity;
import org.pigenny.core.model.Severity;

/** A year costs what a day costs, asserted on the rows and plans that SQLite uses, not on a stopwatch. */
class YearTest {
    private static final Instant END = HistoryBenchmark.END;

    @TempDir
    Path folder;

    @Test
    void aYearIsDrawnFromNoMoreRowsThanADayAndEventsAreFoundByKey() throws Exception {
        Path database = folder.resolve("year.db");
        try (Records records = HistoryBenchmark.records(database, END)) {
            records.cycle();
            YearOfHistory.fill(database, END, 20_000);
            History history = records.history();
            for (int days : new int[]{1, 7, 30, 365}) {
                List<History.Point> points = history.series(Quantity.SOC, END.minus(Duration.ofDays(days)), END, 1000);
                assertTrue(points.size() > 950 && points.size() <= 1000, days + " days: " + points.size());
                assertTrue(points.stream().allMatch(point -> point.mean() >= 40 && point.mean() <= 80));
            }
            Set<Event.Kind> kinds = Set.of(Event.Kind.OPERATOR, Event.Kind.SETTINGS);
            assertEquals(40, history.events(Instant.MAX, 1000, new EventFilter(kinds, Severity.INFO)).size());
            assertEquals(2, history.events(Instant.MAX, 1000, new EventFilter(Set.of(), Severity.CRITICAL)).size());
        }
        for (String sql : List.of("SELECT at FROM events WHERE at < 5 ORDER BY at DESC LIMIT 9",
                "SELECT at FROM events WHERE kind = 'ENGINE' AND at < 5 ORDER BY at DESC LIMIT 9",
                "SELECT at FROM events WHERE at < 5 AND severity >= 4 ORDER BY at DESC LIMIT 9",
                "SELECT at / 9 AS b, sum(soc * n) FROM sample_2h WHERE at >= 1 AND at < 9 AND soc IS NOT NULL GROUP BY b")) {
            String plan = plan(database, sql);
            assertTrue(plan.contains("SEARCH") && !plan.contains("USE TEMP B-TREE FOR ORDER"), sql + ": " + plan);
        }
    }

    private static String plan(Path database, String sql) throws Exception {
        List<String> lines = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("EXPLAIN QUERY PLAN " + sql)) {
            while (rows.next()) {
                lines.add(rows.getString("detail"));
            }
        }
        return String.join("; ", lines);
    }
}
