// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.logging.run;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pigenny.core.api.CoreSnapshot;
import org.pigenny.core.logging.Tracker;
import org.pigenny.core.logging.json.Codec;
import org.pigenny.core.logging.store.Row;
import org.pigenny.core.logging.store.Session;
import org.pigenny.core.model.ControlReport;
import org.pigenny.core.model.Why;

/** Keeps the why of every moment: each change of state or reason at once, changes of the words alone at most once a minute. */
public final class DecisionTracker implements Tracker {
    private static final Duration WORDS_EVERY = Duration.ofSeconds(60);

    private @Nullable ControlReport kept;
    private long keptAt;

    @Override
    public List<Row> observe(CoreSnapshot now) {
        ControlReport control = now.control();
        ControlReport last = kept;
        boolean edge = last == null || control.state() != last.state() || control.reason() != last.reason();
        boolean reworded = last != null && !control.why().equals(last.why())
                && now.nanos() - keptAt >= WORDS_EVERY.toNanos();
        if (!edge && !reworded) {
            return List.of();
        }
        kept = control;
        keptAt = now.nanos();
        return List.of(new DecisionRow(now.wall(), control.state().name(), control.reason().word(), edge,
                control.why()));
    }

    /** The decision in force at a moment. */
    public static Optional<Why> at(Session session, Instant moment) throws SQLException {
        return session.query("SELECT why FROM decisions WHERE at <= ? ORDER BY at DESC LIMIT 1",
                row -> Codec.read(row.getString(1), Why.class), ChronoUnit.MICROS.between(Instant.EPOCH, moment))
                .stream()
                .findFirst();
    }

    record DecisionRow(Instant at, String state, String reason, boolean edge, Why why) implements Row {
        @Override
        public String table() {
            return "decisions";
        }

        @Override
        public void write(Session session) throws SQLException {
            session.update("INSERT OR REPLACE INTO decisions (at, state, reason, edge, why) VALUES (?, ?, ?, ?, ?)",
                    ChronoUnit.MICROS.between(Instant.EPOCH, at), state, reason, edge ? 1 : 0,
                    Codec.write(why, Why.class));
        }

        @Override
        public boolean urgent() {
            return edge;
        }
    }
}
