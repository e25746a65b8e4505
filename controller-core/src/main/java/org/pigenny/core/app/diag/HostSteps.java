// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.app.diag;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.pigenny.core.app.Home;
import org.pigenny.core.app.diag.Finding.Verdict;
import org.pigenny.core.system.HostMetrics;

/** The steps that ask the machine rather than the core. */
final class HostSteps {
    private static final double DISK_FULL_PCT = 95;
    private static final double MEMORY_FULL_PCT = 95;
    private static final double HOT_CELSIUS = 85;
    private static final String NO_JOURNAL = "there is no journal here";

    private final Home home;

    HostSteps(Home home) {
        this.home = home;
    }

    Look errors() {
        String asked = "journalctl -u pigenny -p err --since -1h";
        Optional<String> lines = Tools.run("journalctl", "-u", "pigenny", "-p", "err", "--since", "-1h", "--no-pager",
                "-o", "cat");
        return lines.isEmpty()
                ? Look.skipped(asked, NO_JOURNAL)
                : new Look(asked, lines.get().isBlank() ? "none" : lines.get(),
                        lines.get().isBlank() ? Verdict.OK : Verdict.WARNING);
    }

    Look boot() {
        String asked = "journalctl -u pigenny -b, first 50 lines";
        return Tools.run("journalctl", "-u", "pigenny", "-b", "--no-pager")
                .map(text -> new Look(asked,
                        text.lines().limit(50).collect(Collectors.joining("\n")), Verdict.OK))
                .orElseGet(() -> Look.skipped(asked, NO_JOURNAL));
    }

    Look tunnel() {
        String asked = "systemctl is-active pigenny-tunnel";
        return Tools.run("systemctl", "is-active", "pigenny-tunnel")
                .map(text -> new Look(asked, text.strip(), Verdict.OK))
                .orElseGet(() -> Look.skipped(asked, "no tunnel is active; it is off unless a person sets it up"));
    }

    Look backlog() {
        Path database = home.database();
        String asked = "rows with synced_at IS NULL in " + database;
        if (!Files.exists(database)) {
            return Look.of(asked, "there is no database", false);
        }
        List<String> answers = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:file:" + database + "?mode=ro");
                Statement statement = connection.createStatement()) {
            for (String table : List.of("device_readings", "alarms")) {
                try (ResultSet rows = statement
                        .executeQuery("SELECT COUNT(*) FROM " + table + " WHERE synced_at IS NULL")) {
                    answers.add(table + " " + rows.getLong(1));
                }
            }
            return Look.of(asked, String.join("\n", answers), true);
        } catch (SQLException e) {
            return Look.of(asked, "the database cannot be read: " + e.getMessage(), false);
        }
    }

    Look resources() {
        Map<String, Double> values = new HostMetrics(home.data()).read();
        boolean good = values.getOrDefault("disk_usage_pct", 0.0) < DISK_FULL_PCT
                && values.getOrDefault("memory_usage_pct", 0.0) < MEMORY_FULL_PCT
                && values.getOrDefault("cpu_temp_celsius", 0.0) < HOT_CELSIUS;
        String answer = values.entrySet()
                .stream()
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .collect(Collectors.joining("\n"));
        return Look.of("disk, memory, load, temperature", answer, good);
    }

    Look network() {
        long connections = Tools.file(Path.of("/proc/net/tcp"))
                .map(text -> text.lines().filter(line -> line.matches("\\s*\\d+: \\S+ \\S+ 01 .*")).count())
                .orElse(0L);
        return Look.skipped("name resolution and the cloud; active connections",
                "no cloud is configured; " + connections + " TCP connections are established");
    }
}
