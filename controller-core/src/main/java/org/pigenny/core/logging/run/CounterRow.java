// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.logging.run;

import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import org.pigenny.core.api.History;
import org.pigenny.core.logging.store.Row;
import org.pigenny.core.logging.store.Session;

/** What is to be added to a day's counters. */
public record CounterRow(LocalDate day, double engineSeconds, double loadedSeconds, int starts, int failed,
        double energyWh) implements Row {
    private static final int MONTH_DAYS = 30;
    private static final String ADD = "INSERT INTO counters (day, engine_s, loaded_s, starts, failed_starts, energy_wh)"
            + " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (day) DO UPDATE SET engine_s = engine_s + excluded.engine_s,"
            + " loaded_s = loaded_s + excluded.loaded_s, starts = starts + excluded.starts,"
            + " failed_starts = failed_starts + excluded.failed_starts, energy_wh = energy_wh + excluded.energy_wh";

    @Override
    public String table() {
        return "counters";
    }

    @Override
    public void write(Session session) throws SQLException {
        session.update(ADD, day.toString(), engineSeconds, loadedSeconds, starts, failed, energyWh);
    }

    /** @param today the owner's date */
    public static History.Counters totals(Session session, LocalDate today) throws SQLException {
        return new History.Counters(since(session, today), since(session, today.minusDays(MONTH_DAYS - 1)),
                since(session, LocalDate.EPOCH));
    }

    private static History.Counters.Total since(Session session, LocalDate first) throws SQLException {
        return session.query("SELECT sum(engine_s), sum(loaded_s), sum(starts), sum(failed_starts), sum(energy_wh)"
                + " FROM counters WHERE day >= ?",
                row -> new History.Counters.Total(seconds(row.getDouble(1)), seconds(row.getDouble(2)), row.getInt(3),
                        row.getInt(4), row.getDouble(5)),
                first.toString()).getFirst();
    }

    private static Duration seconds(double seconds) {
        return Duration.ofMillis(Math.round(seconds * 1000));
    }
}
