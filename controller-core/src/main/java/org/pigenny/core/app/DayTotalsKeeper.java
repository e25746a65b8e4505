// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.app;

import java.time.Duration;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.pigenny.core.device.inverter.DayTotals;
import org.pigenny.core.model.InverterReport;
import org.pigenny.core.state.SharedState;
import org.pigenny.core.state.StateMirror;
import org.pigenny.core.time.TimeSource;

/** Puts the day totals of our own clock into every report, and keeps them over a restart. */
final class DayTotalsKeeper {
    static final String KEY = "day_totals";
    /** A card does not live for ever: at most so much of the day is lost with the power. */
    private static final Duration KEEP_EVERY = Duration.ofMinutes(10);

    private final SharedState.Slot slot;
    private final StateMirror mirror;
    private final TimeSource plant;
    private final TimeSource real;
    private final Supplier<ZoneId> zone;
    private final DayTotals totals;
    private long keptAt;

    DayTotalsKeeper(SharedState durable, StateMirror mirror, TimeSource plant, TimeSource real,
            Supplier<ZoneId> zone) {
        this.mirror = mirror;
        this.plant = plant;
        this.real = real;
        this.zone = zone;
        totals = DayTotals.restore(MemoryFile.texts(durable.readFresh(KEY)), plant.wall(), zone.get());
        slot = durable.claim(KEY, "device");
        keptAt = real.nanos();
    }

    /** A poller that was given up for hung may still come in beside the new one. */
    synchronized InverterReport add(InverterReport report) {
        InverterReport with = totals.add(report, plant.nanos(), plant.wall(), zone.get());
        if (real.nanos() - keptAt >= KEEP_EVERY.toNanos()) {
            keep();
        }
        return with;
    }

    /** Keeps them now, when the core ends. */
    synchronized void keep() {
        keptAt = real.nanos();
        Map<String, @Nullable Object> saved = new LinkedHashMap<>(totals.save());
        mirror.offer(slot, () -> saved);
    }
}
