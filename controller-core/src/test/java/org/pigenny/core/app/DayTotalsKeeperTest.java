// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pigenny.core.model.InverterReport;
import org.pigenny.core.model.Quantity;
import org.pigenny.core.model.Reading;
import org.pigenny.core.state.SharedState;
import org.pigenny.core.state.StateMirror;
import org.pigenny.core.time.ManualTime;

/** The day's energy outlives the process. */
final class DayTotalsKeeperTest {
    @TempDir
    private Path folder;

    private final ManualTime time = new ManualTime(Instant.parse("2026-01-10T08:00:00Z"));

    private double poll(DayTotalsKeeper keeper) {
        InverterReport report = new InverterReport(
                Map.of(Quantity.PV_POWER, new Reading(1000, time.nanos())), Optional.empty());
        return keeper.add(report).reading(Quantity.PV_ENERGY_TODAY).orElseThrow().value();
    }

    private DayTotalsKeeper keeper(StateMirror mirror) {
        return new DayTotalsKeeper(new SharedState(folder, time), mirror, time, time, () -> ZoneOffset.UTC);
    }

    @Test
    void what_was_counted_is_there_again_after_a_restart_and_written_at_most_every_ten_minutes() {
        StateMirror mirror = new StateMirror(time, Duration.ofSeconds(1));
        DayTotalsKeeper first = keeper(mirror);
        poll(first);
        time.advance(Duration.ofMinutes(9));
        poll(first);
        mirror.writeOffered();
        assertEquals(0, poll(keeper(new StateMirror(time, Duration.ofSeconds(1)))), "nothing was written yet");
        time.advance(Duration.ofMinutes(1));
        poll(first);
        mirror.writeOffered();
        assertEquals(1 / 6.0, poll(keeper(new StateMirror(time, Duration.ofSeconds(1)))), 1e-9);
        time.advance(Duration.ofMinutes(6));
        poll(first);
        first.keep();
        mirror.writeOffered();
        assertEquals(16 / 60.0, poll(keeper(new StateMirror(time, Duration.ofSeconds(1)))), 1e-9);
    }
}
