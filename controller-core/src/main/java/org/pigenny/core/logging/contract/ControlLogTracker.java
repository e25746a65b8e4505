// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.logging.contract;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.pigenny.core.api.CoreSnapshot;
import org.pigenny.core.logging.Tracker;
import org.pigenny.core.logging.sample.AlignedSchedule;
import org.pigenny.core.logging.store.Row;
import org.pigenny.core.logging.store.Session;
import org.pigenny.core.model.LinkReport;
import org.pigenny.core.model.Quantity;

/**
 * Rows of {@code control_logs}: once a minute on the minute, with the bounds since the last; left out while load, solar and generator
 * have each changed by less than 1 % and safe mode not at all.
 */
public final class ControlLogTracker implements Tracker {
    private static final Duration EVERY = Duration.ofSeconds(60);
    private static final double CHANGE_PCT = 1;

    private final AlignedSchedule schedule = new AlignedSchedule(EVERY);
    private final Bounds load = new Bounds();
    private final Bounds solar = new Bounds();
    private @Nullable ControlLogRow last;

    @Override
    public List<Row> observe(CoreSnapshot now) {
        OptionalDouble loadKw = kilowatts(now, Quantity.LOAD_POWER);
        OptionalDouble solarKw = kilowatts(now, Quantity.PV_POWER);
        load.add(loadKw);
        solar.add(solarKw);
        if (!schedule.due(now.nanos(), now.wall())) {
            return List.of();
        }
        ControlLogRow row = new ControlLogRow(AlignedSchedule.align(now.wall(), EVERY), now.settings().site().name(),
                value(loadKw), load.low, load.high, value(solarKw), solar.low, solar.high,
                generator(now), now.safeMode().active(),
                now.settings().site().operationMode(), loadKw.isPresent() ? 1 : 0,
                now.inverterLink().state() == LinkReport.State.UP ? 1 : 0,
                now.relayLink().state() == LinkReport.State.UP ? 1 : 0, now.control().tickMicros() / 1000.0);
        load.clear();
        solar.clear();
        ControlLogRow before = last;
        if (before != null && before.sameAs(row)) {
            return List.of();
        }
        last = row;
        return List.of(row);
    }

    private static @Nullable Double generator(CoreSnapshot now) {
        OptionalDouble watts = now.control().proof().chargerPower();
        return watts.isPresent() ? watts.getAsDouble() / 1000 : null;
    }

    private static OptionalDouble kilowatts(CoreSnapshot now, Quantity quantity) {
        OptionalDouble watts = now.inverter().known(quantity, now.nanos(), now.settings().generator().pollInterval());
        return watts.isPresent() ? OptionalDouble.of(watts.getAsDouble() / 1000) : watts;
    }

    private static @Nullable Double value(OptionalDouble known) {
        return known.isPresent() ? known.getAsDouble() : null;
    }

    private static final class Bounds {
        @Nullable
        Double low;
        @Nullable
        Double high;

        void add(OptionalDouble value) {
            value.ifPresent(known -> {
                low = low == null ? known : Math.min(low, known);
                high = high == null ? known : Math.max(high, known);
            });
        }

        void clear() {
            low = null;
            high = null;
        }
    }

    /** Whether the change from one value to another is worth a row. */
    static boolean same(@Nullable Double before, @Nullable Double now) {
        if (before == null || now == null) {
            return before == null && now == null;
        }
        double change = before == 0 ? (now == 0 ? 0 : 100) : Math.abs(now - before) / Math.abs(before) * 100;
        return change < CHANGE_PCT;
    }

    record ControlLogRow(Instant at, String site, @Nullable Double load, @Nullable Double loadMin,
            @Nullable Double loadMax, @Nullable Double solar, @Nullable Double solarMin, @Nullable Double solarMax,
            @Nullable Double generator, boolean safeMode, String operationMode, int loadMeters, int inverters,
            int generators, double executionMillis) implements Row {
        boolean sameAs(ControlLogRow other) {
            return same(load, other.load) && same(solar, other.solar) && same(generator, other.generator)
                    && safeMode == other.safeMode;
        }

        @Override
        public String table() {
            return "control_logs";
        }

        @Override
        public boolean urgent() {
            return false;
        }

        @Override
        public void write(Session session) throws SQLException {
            session.update("INSERT INTO control_logs (timestamp, site_id, total_load_kw, total_load_kw_min,"
                    + " total_load_kw_max, solar_output_kw, solar_output_kw_min, solar_output_kw_max, dg_power_kw,"
                    + " safe_mode_active, operation_mode, load_meters_online, inverters_online, generators_online,"
                    + " execution_time_ms, created_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    at.toString(), site, load, loadMin, loadMax, solar, solarMin, solarMax, generator,
                    safeMode ? 1 : 0, operationMode, loadMeters, inverters, generators, executionMillis,
                    at.toString());
        }
    }
}
