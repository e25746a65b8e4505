// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.logging.run;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.pigenny.core.api.History;
import org.pigenny.core.logging.json.Codec;
import org.pigenny.core.logging.store.Session;
import org.pigenny.core.model.EnginePhase;
import org.pigenny.core.model.Message;
import org.pigenny.core.model.Origin;
import org.pigenny.core.model.RunReason;

/** Runs as they are in the database. */
public final class StoredRuns {
    private StoredRuns() {}

    public static List<History.Run> last(Session session, int limit) throws SQLException {
        return session.query("SELECT * FROM runs ORDER BY asked DESC LIMIT ?", StoredRuns::run, limit);
    }

    public static List<History.Run> overlapping(Session session, Instant from, Instant to) throws SQLException {
        return session.query(
                "SELECT * FROM runs WHERE asked < ? AND (stopped IS NULL OR stopped > ?) ORDER BY asked DESC",
                StoredRuns::run, to.toEpochMilli(), from.toEpochMilli());
    }

    public static List<History.RunPhase> phases(Session session, long runId) throws SQLException {
        return session.query("SELECT p.at, p.phase FROM run_phases p JOIN runs r ON r.asked = p.asked WHERE r.id = ?"
                + " ORDER BY p.at",
                row -> new History.RunPhase(Instant.ofEpochMilli(row.getLong(1)),
                        EnginePhase.ofWord(row.getString(2))),
                runId);
    }

    static List<Passage> open(Session session) throws SQLException {
        return session.query("SELECT * FROM runs WHERE open = 1 ORDER BY asked DESC LIMIT 1", StoredRuns::passage);
    }

    /** Runs that nobody has seen end: they ended, at the latest, some time after they were seen last. */
    static void closeOthers(Session session, Instant asked) throws SQLException {
        session.update("UPDATE runs SET open = 0, stopped = coalesce(stopped, seen) WHERE open = 1 AND asked <> ?",
                asked.toEpochMilli());
    }

    private static History.Run run(ResultSet row) throws SQLException {
        return new History.Run(row.getLong("id"), reason(row.getString("trigger")), new Origin(row.getString("origin")),
                Instant.ofEpochMilli(row.getLong("asked")), instant(row, "fired"), instant(row, "loaded"),
                instant(row, "stopped"), row.getInt("attempts"), number(row, "soc_from"), number(row, "soc_to"),
                row.getDouble("energy_wh"), instant(row, "proven"), message(row));
    }

    private static Passage passage(ResultSet row) throws SQLException {
        Passage run = new Passage(Instant.ofEpochMilli(row.getLong("asked")), reason(row.getString("trigger")),
                new Origin(row.getString("origin")), number(row, "soc_from"));
        run.fired = instant(row, "fired").orElse(null);
        run.loaded = instant(row, "loaded").orElse(null);
        run.proven = instant(row, "proven").orElse(null);
        run.stopReason = message(row).orElse(null);
        run.socTo = number(row, "soc_to");
        run.attempts = row.getInt("attempts");
        run.failed = row.getInt("failed");
        run.energyWh = row.getDouble("energy_wh");
        run.engineSeconds = row.getDouble("engine_s");
        run.loadedSeconds = row.getDouble("loaded_s");
        run.serverRun = row.getLong("server_run");
        return run;
    }

    private static RunReason reason(String name) {
        for (RunReason reason : RunReason.values()) {
            if (reason.name().equals(name)) {
                return reason;
            }
        }
        return RunReason.NONE;
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        long millis = row.getLong(column);
        return row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
    }

    private static OptionalDouble number(ResultSet row, String column) throws SQLException {
        double value = row.getDouble(column);
        return row.wasNull() ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    private static Optional<Message> message(ResultSet row) throws SQLException {
        @Nullable
        String text = row.getString("stop_reason");
        return text == null ? Optional.empty() : Optional.of(Codec.read(text, Message.class));
    }
}
