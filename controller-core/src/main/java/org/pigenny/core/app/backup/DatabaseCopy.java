// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.app.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.pigenny.core.model.Message;

/** A copy of the history at one instant, made while the core goes on writing (`VACUUM INTO` reads in one transaction). */
final class DatabaseCopy {
    private static final int BUSY_MS = 10_000;

    private DatabaseCopy() {}

    /** @return its version */
    static long make(Path database, Path copy) throws IOException {
        Files.deleteIfExists(copy);
        try (Connection connection = open(database)) {
            try (PreparedStatement statement = connection.prepareStatement("VACUUM INTO ?")) {
                statement.setString(1, copy.toString());
                statement.execute();
            }
        } catch (SQLException e) {
            String text = String.valueOf(e.getMessage());
            throw text.contains("SQLITE_FULL")
                    ? new BackupException(Message.of("backup.full", String.valueOf(copy.getParent())))
                    : new BackupException(Message.of("backup.database", text));
        }
        return version(copy);
    }

    /** Also proves that it is a whole database. */
    static long version(Path database) throws IOException {
        try (Connection connection = open(database); Statement statement = connection.createStatement()) {
            String sound = text(statement, "PRAGMA quick_check(1)");
            if (!sound.equals("ok")) {
                throw new BackupException(Message.of("backup.database", sound));
            }
            return Long.parseLong(text(statement, "PRAGMA user_version"));
        } catch (SQLException e) {
            throw new BackupException(Message.of("backup.database", String.valueOf(e.getMessage())));
        }
    }

    private static Connection open(Path database) throws SQLException {
        Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database);
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA busy_timeout = " + BUSY_MS);
        }
        return connection;
    }

    private static String text(Statement statement, String question) throws SQLException {
        try (ResultSet rows = statement.executeQuery(question)) {
            return rows.next() ? rows.getString(1) : "";
        }
    }
}
