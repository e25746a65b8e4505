// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.logging.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One connection with its prepared statements. Not for two threads at once. */
public final class Session implements AutoCloseable {
    private final Connection connection;
    private final Map<String, PreparedStatement> prepared = new HashMap<>();

    Session(Connection connection) {
        this.connection = connection;
    }

    /** Reads one row of an answer. */
    @FunctionalInterface
    public interface Mapper<T> {
        T map(ResultSet row) throws SQLException;
    }

    /** Several statements in one transaction: all or none. */
    @FunctionalInterface
    public interface Work {
        void run() throws SQLException;
    }

    public int update(String sql, @Nullable Object... arguments) throws SQLException {
        return bound(sql, arguments).executeUpdate();
    }

    /** Runs a statement that is not worth keeping, such as a pragma. */
    public void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Runs a statement to its end even when it works in many steps, such as giving back free pages. */
    public void runToTheEnd(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    public <T> List<T> query(String sql, Mapper<T> mapper, @Nullable Object... arguments) throws SQLException {
        try (ResultSet rows = bound(sql, arguments).executeQuery()) {
            List<T> found = new ArrayList<>();
            while (rows.next()) {
                found.add(mapper.map(rows));
            }
            return found;
        }
    }

    /** The single number that a query answers; 0 for null. */
    public long number(String sql, @Nullable Object... arguments) throws SQLException {
        List<Long> found = query(sql, row -> row.getLong(1), arguments);
        return found.isEmpty() ? 0 : found.getFirst();
    }

    public void transaction(Work work) throws SQLException {
        run("BEGIN IMMEDIATE");
        try {
            work.run();
            run("COMMIT");
        } catch (SQLException | RuntimeException e) {
            try {
                run("ROLLBACK");
            } catch (SQLException again) {
                // A full disk has rolled back by itself.
                e.addSuppressed(again);
            }
            throw e;
        }
    }

    private PreparedStatement bound(String sql, @Nullable Object... arguments) throws SQLException {
        PreparedStatement statement = prepared.get(sql);
        if (statement == null) {
            statement = connection.prepareStatement(sql);
            prepared.put(sql, statement);
        }
        for (int i = 0; i < arguments.length; i++) {
            statement.setObject(i + 1, arguments[i]);
        }
        return statement;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
