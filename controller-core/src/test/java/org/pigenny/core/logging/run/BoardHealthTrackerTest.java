// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.logging.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.pigenny.core.logging.Plant;
import org.pigenny.core.model.EnginePhase;
import org.pigenny.core.model.EngineReport;

class BoardHealthTrackerTest {
    @Test
    void theLineIsWordForWordWhatTheJournalIsSearchedFor() {
        assertEquals("Olimex health: threads=2 uptime=6h45m memory=42% disk=1.2G free (35% used)", BoardHealthTracker
                .line(new EngineReport.BoardHealth("1.0", 2, "6h45m", "42%", "1.2G free (35% used)")));
    }

    @Test
    void itIsToldAtOnceAndThenOnceAnHour() {
        Plant plant = new Plant(Instant.parse("2026-01-31T10:00:00Z"));
        BoardHealthTracker tracker = new BoardHealthTracker();
        int told = tracker.observe(plant.snapshot()).size();
        assertEquals(0, told);
        for (int second = 0; second < 86_400; second += 7) {
            plant.engine(EnginePhase.OFF, false, 0, 0, Duration.ZERO);
            told += tracker.observe(plant.snapshot()).size();
            plant.passes(Duration.ofSeconds(7));
        }
        assertEquals(24, told);
    }
}
