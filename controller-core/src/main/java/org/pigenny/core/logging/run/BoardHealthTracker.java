// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.logging.run;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.pigenny.core.api.CoreSnapshot;
import org.pigenny.core.logging.Tracker;
import org.pigenny.core.logging.store.Row;
import org.pigenny.core.logging.store.Session;
import org.pigenny.core.model.EngineReport;
import org.pigenny.core.model.LinkReport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The health of the relay server's board, to the journal and to the database, once every `relay.health_interval_s`. */
public final class BoardHealthTracker implements Tracker {
    private static final Logger LOG = LoggerFactory.getLogger(BoardHealthTracker.class);

    private boolean told;
    private long toldAt;

    @Override
    public List<Row> observe(CoreSnapshot now) {
        long interval = now.settings().relay().healthInterval().toNanos();
        if (now.engine().isEmpty() || now.relayLink().state() != LinkReport.State.UP
                || (told && now.nanos() - toldAt < interval)) {
            return List.of();
        }
        toldAt = told && now.nanos() - toldAt < 2 * interval ? toldAt + interval : now.nanos();
        told = true;
        EngineReport.BoardHealth health = now.engine().get().health();
        LOG.info("{}", line(health));
        return List.of(new BoardHealthRow(now.wall(), health));
    }

    /** The line that `journalctl -u pigenny | grep "Olimex health"` looks for. */
    static String line(EngineReport.BoardHealth health) {
        return "Olimex health: threads=" + health.threads() + " uptime=" + health.uptime() + " memory="
                + health.memory() + " disk=" + health.disk();
    }

    record BoardHealthRow(Instant at, EngineReport.BoardHealth health) implements Row {
        @Override
        public String table() {
            return "board_health";
        }

        @Override
        public void write(Session session) throws SQLException {
            session.update("INSERT OR REPLACE INTO board_health (at, threads, uptime, memory, disk)"
                    + " VALUES (?, ?, ?, ?, ?)", at.getEpochSecond(), health.threads(), health.uptime(),
                    health.memory(), health.disk());
        }

        @Override
        public boolean urgent() {
            return false;
        }
    }
}
