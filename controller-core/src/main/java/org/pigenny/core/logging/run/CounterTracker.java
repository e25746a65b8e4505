// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.logging.run;

import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pigenny.core.api.CoreSnapshot;
import org.pigenny.core.logging.Tracker;
import org.pigenny.core.logging.store.Row;
import org.pigenny.core.logging.store.Session;
import org.pigenny.core.model.EnginePhase;
import org.pigenny.core.model.EngineReport;

/**
 * Engine hours, loaded hours, starts, failed starts and energy by the owner's days. Engine time is the relay server's own count for its
 * run, so that what ran while this process was down is not forgotten.
 */
public final class CounterTracker implements Tracker {
    private static final Duration WRITTEN_EVERY = Duration.ofSeconds(60);

    private @Nullable EngineReport before;
    private long knownRun;
    private double knownSeconds;
    private double energyBefore;
    private boolean begun;
    private @Nullable LocalDate day;
    private double engineSeconds;
    private double loadedSeconds;
    private double energyWh;
    private int starts;
    private int failed;
    private long writtenAt;

    @Override
    public void resume(Session session) throws SQLException {
        session.query("SELECT server_run, engine_s FROM runs ORDER BY asked DESC LIMIT 1", row -> {
            knownRun = row.getLong(1);
            knownSeconds = row.getDouble(2);
            return true;
        });
    }

    @Override
    public List<Row> observe(CoreSnapshot now) {
        LocalDate today = LocalDate.ofInstant(now.wall(), now.zone());
        List<Row> rows = List.of();
        if (!today.equals(day) || now.nanos() - writtenAt >= WRITTEN_EVERY.toNanos()) {
            rows = written();
            day = today;
            writtenAt = now.nanos();
        }
        now.engine().ifPresent(this::engine);
        double energy = now.control().proof().energyWh();
        energyWh += begun && energy > energyBefore ? energy - energyBefore : 0;
        energyBefore = energy;
        begun = true;
        return rows;
    }

    @Override
    public List<Row> rest() {
        return written();
    }

    private void engine(EngineReport now) {
        EngineReport earlier = before;
        before = now;
        if (now.running().orElse(false)) {
            double seconds = now.runFor().toMillis() / 1000.0;
            boolean sameRun = now.runId() == knownRun;
            engineSeconds += Math.max(0, seconds - (sameRun ? knownSeconds : 0));
            starts += sameRun && knownSeconds > 0 ? 0 : 1;
            knownRun = now.runId();
            knownSeconds = Math.max(seconds, Double.MIN_VALUE);
        }
        if (earlier == null) {
            return;
        }
        if (now.phase() == EnginePhase.LOADED && earlier.phase() == EnginePhase.LOADED
                && now.runId() == earlier.runId()) {
            loadedSeconds += (now.takenAtNanos() - earlier.takenAtNanos()) / 1e9;
        }
        boolean failedNow = now.lastStart() == EngineReport.StartOutcome.FAILED;
        boolean failedBefore = earlier.lastStart() == EngineReport.StartOutcome.FAILED
                && now.runId() == earlier.runId();
        failed += failedNow && !failedBefore ? 1 : 0;
    }

    private List<Row> written() {
        LocalDate of = day;
        if (of == null || (engineSeconds == 0 && loadedSeconds == 0 && energyWh == 0 && starts == 0 && failed == 0)) {
            return List.of();
        }
        Row row = new CounterRow(of, engineSeconds, loadedSeconds, starts, failed, energyWh);
        engineSeconds = 0;
        loadedSeconds = 0;
        energyWh = 0;
        starts = 0;
        failed = 0;
        return List.of(row);
    }
}
