// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.logging.contract;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.pigenny.core.api.CoreSnapshot;
import org.pigenny.core.logging.Tracker;
import org.pigenny.core.logging.sample.AlignedSchedule;
import org.pigenny.core.logging.store.Row;
import org.pigenny.core.logging.store.Session;
import org.pigenny.core.model.EngineReport;
import org.pigenny.core.model.LinkReport;
import org.pigenny.core.model.Quantity;
import org.pigenny.core.model.Reading;

/**
 * Raw readings for {@code device_readings}: what the device layer read, each value once, at the full second in which it was read. An old
 * value is never stamped again; a device that is offline leaves a gap; zero is a value.
 */
public final class DeviceReadingsTracker implements Tracker {
    private static final Duration SAMPLE = Duration.ofSeconds(1);
    private static final Duration BOARD_EVERY = Duration.ofSeconds(60);
    private static final String INVERTER = "inverter";
    private static final String GENERATOR = "generator";

    private final Map<Quantity, Reading> written = new EnumMap<>(Quantity.class);
    private boolean boardWritten;
    private long boardAt;

    @Override
    public List<Row> observe(CoreSnapshot now) {
        List<Value> values = new ArrayList<>();
        now.inverter().readings().forEach((quantity, reading) -> {
            Reading before = written.put(quantity, reading);
            if (before == null || before.takenAtNanos() != reading.takenAtNanos()) {
                values.add(
                        new Value(INVERTER, quantity.name().toLowerCase(Locale.ROOT), reading.value(), quantity.unit(),
                                at(now, reading.takenAtNanos())));
            }
        });
        if (now.relayLink().state() == LinkReport.State.UP
                && (!boardWritten || now.nanos() - boardAt >= BOARD_EVERY.toNanos())) {
            now.engine().ifPresent(engine -> {
                boardWritten = true;
                boardAt = now.nanos();
                values.addAll(board(engine, at(now, engine.takenAtNanos())));
            });
        }
        return values.isEmpty()
                ? List.of()
                : List.of(new ReadingsRow(now.settings().site().name(), values, now.wall()));
    }

    private static Instant at(CoreSnapshot now, long takenAtNanos) {
        return AlignedSchedule.align(now.wall().minusNanos(Math.max(0, now.nanos() - takenAtNanos)), SAMPLE);
    }

    private static List<Value> board(EngineReport engine, Instant at) {
        List<Value> values = new ArrayList<>();
        engine.running().ifPresent(on -> values.add(new Value(GENERATOR, "running", on ? 1 : 0, "", at)));
        engine.inputs().ifPresent(bits -> values.add(new Value(GENERATOR, "inputs", bits, "", at)));
        values.add(new Value(GENERATOR, "relays", engine.relays(), "", at));
        values.add(new Value(GENERATOR, "threads", engine.health().threads(), "", at));
        return values;
    }

    record Value(String device, String register, double value, String unit, Instant at) {}

    record ReadingsRow(String site, List<Value> values, Instant created) implements Row {
        @Override
        public String table() {
            return "device_readings";
        }

        @Override
        public boolean urgent() {
            return false;
        }

        @Override
        public void write(Session session) throws SQLException {
            for (Value value : values) {
                session.update("INSERT INTO device_readings (site_id, device_id, register_name, value, unit, timestamp,"
                        + " source, created_at) VALUES (?, ?, ?, ?, ?, ?, 'live', ?)", site, value.device(),
                        value.register(), value.value(), value.unit(), value.at().toString(), created.toString());
            }
        }
    }
}
