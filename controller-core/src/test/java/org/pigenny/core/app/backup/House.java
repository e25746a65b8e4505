// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.app.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;
import org.pigenny.core.api.PinFile;
import org.pigenny.core.app.Home;

/** The files of an appliance that has run for a while. */
final class House {
    static final String PIN = "97531";
    final Home home;

    House(Path folder) {
        home = Home.under(folder);
    }

    static House lived(Path folder, int files) throws Exception {
        House house = new House(folder);
        house.file("settings/settings.toml", "[generator.soc]\nstart = 41\n");
        house.file("data/state/commissioning.json", "{\"finished_at\": \"2026-01-01T00:00:00Z\"}\n");
        house.file("data/state/control_memory.json", "{\"counters.total\": \"PT5H\"}\n");
        house.file("data/settings/v_20260101.json", "{}\n");
        house.file("data/admin.token", "a-token\n");
        house.file("data/core.lock", "");
        house.file("logs/data_20260101.csv", "timestamp\n");
        for (int i = 0; i < files; i++) {
            house.file(String.format(java.util.Locale.ROOT, "data/more/%04d.json", i), "{\"n\": " + i + "}\n");
        }
        new PinFile(house.home.screen()).set(PIN);
        try (Connection database = house.database(); Statement statement = database.createStatement()) {
            statement.execute("PRAGMA journal_mode = WAL");
            statement.execute("PRAGMA user_version = 1");
            statement.execute("CREATE TABLE sample (n INTEGER, pad TEXT)");
            statement.execute("INSERT INTO sample VALUES (0, hex(randomblob(2000)))");
        }
        return house;
    }

    void file(String name, String text) throws IOException {
        Path file = home.settings().resolveSibling(name);
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, text);
    }

    Connection database() throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + home.database());
    }

    long rows() throws SQLException {
        try (Connection database = database();
                Statement statement = database.createStatement();
                ResultSet rows = statement.executeQuery("SELECT COUNT(*) FROM sample")) {
            return rows.getLong(1);
        }
    }

    /** Content by name, without the database and what is never archived. */
    Map<String, String> content() throws IOException {
        Map<String, String> all = new TreeMap<>();
        for (Map.Entry<String, Path> file : new Inventory(home, home.logs()).present().entrySet()) {
            if (!file.getKey().equals("data/" + Restore.TOLD)) {
                all.put(file.getKey(), Files.readString(file.getValue()));
            }
        }
        return all;
    }

    Path backUp(Path to) throws BackupException {
        return new Backup(home, home.logs(), "Hill house", true).write(to,
                java.time.Instant.parse("2026-02-03T04:05:06Z"),
                org.pigenny.core.api.Backups.Progress.NONE);
    }

    Restore restore() {
        return new Restore(home, home.logs());
    }
}
