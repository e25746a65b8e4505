// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.logging.run;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.pigenny.core.logging.json.Codec;
import org.pigenny.core.logging.store.Row;
import org.pigenny.core.logging.store.Session;
import org.pigenny.core.model.Message;
import org.pigenny.core.model.Origin;
import org.pigenny.core.model.RunReason;

/** A run as far as it has got; replaces what was stored of it before. */
record RunRow(Instant asked, RunReason trigger, Origin origin, Optional<Instant> fired, Optional<Instant> loaded,
        Optional<Instant> stopped, int attempts, int failed, OptionalDouble socFrom, OptionalDouble socTo,
        double energyWh, Optional<Instant> proven, Optional<Message> stopReason, Optional<Long> timeToFireMillis,
        double engineSeconds, double loadedSeconds, long serverRun, Instant seen, boolean open) implements Row {
    private static final String UPSERT = "INSERT INTO runs (asked, trigger, origin, fired, loaded, stopped, attempts,"
            + " failed, soc_from, soc_to, energy_wh, proven, stop_reason, time_to_fire_ms, engine_s, loaded_s, server_run,"
            + " seen, open) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
            + " ON CONFLICT (asked) DO UPDATE SET fired = excluded.fired, loaded = excluded.loaded,"
            + " stopped = excluded.stopped, attempts = excluded.attempts, failed = excluded.failed,"
            + " soc_to = excluded.soc_to, energy_wh = excluded.energy_wh, proven = excluded.proven,"
            + " stop_reason = excluded.stop_reason, time_to_fire_ms = excluded.time_to_fire_ms,"
            + " engine_s = excluded.engine_s, loaded_s = excluded.loaded_s, server_run = excluded.server_run,"
            + " seen = excluded.seen, open = excluded.open";

    @Override
    public String table() {
        return "runs";
    }

    @Override
    public void write(Session session) throws SQLException {
        session.update(UPSERT, asked.toEpochMilli(), trigger.name(), origin.name(), millis(fired), millis(loaded),
                millis(stopped), attempts, failed, number(socFrom), number(socTo), energyWh, millis(proven),
                stopReason.map(text -> Codec.write(text, Message.class)).orElse(null), timeToFireMillis.orElse(null),
                engineSeconds, loadedSeconds, serverRun, seen.toEpochMilli(), open ? 1 : 0);
    }

    private static @Nullable Long millis(Optional<Instant> at) {
        return at.map(Instant::toEpochMilli).orElse(null);
    }

    private static @Nullable Double number(OptionalDouble value) {
        return value.isPresent() ? value.getAsDouble() : null;
    }
}
