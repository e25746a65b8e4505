// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.logging.run;

import java.sql.SQLException;
import java.time.Instant;
import org.pigenny.core.logging.store.Row;
import org.pigenny.core.logging.store.Session;
import org.pigenny.core.model.EnginePhase;

/** The beginning of a phase of a run. */
record PhaseRow(Instant asked, Instant at, EnginePhase phase) implements Row {
    @Override
    public String table() {
        return "run_phases";
    }

    @Override
    public void write(Session session) throws SQLException {
        session.update("INSERT OR IGNORE INTO run_phases (asked, at, phase) VALUES (?, ?, ?)", asked.toEpochMilli(),
                at.toEpochMilli(), phase.word());
    }
}
