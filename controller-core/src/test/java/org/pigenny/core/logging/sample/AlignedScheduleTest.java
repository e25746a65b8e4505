// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.logging.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.pigenny.core.time.ManualTime;

class AlignedScheduleTest {
    private static final Duration MINUTE = Duration.ofSeconds(60);

    @Test
    void anInstantIsAlignedDownToItsInterval() {
        assertEquals(Instant.parse("2026-01-31T14:30:17Z"),
                AlignedSchedule.align(Instant.parse("2026-01-31T14:30:17.234Z"), Duration.ofMillis(500)));
        assertEquals(Instant.parse("2026-01-31T14:30:00Z"),
                AlignedSchedule.align(Instant.parse("2026-01-31T14:30:45Z"), MINUTE));
    }

    @Test
    void aLatePassSkipsWhatItMissed() {
        ManualTime time = new ManualTime(Instant.ofEpochSecond(1000));
        AlignedSchedule schedule = new AlignedSchedule(MINUTE);
        assertFalse(schedule.due(time.nanos(), time.wall()));
        assertEquals(1020, schedule.planned().getEpochSecond());
        time.advance(Duration.ofSeconds(19));
        assertFalse(schedule.due(time.nanos(), time.wall()));
        time.advance(Duration.ofSeconds(1205 - 1019));
        assertTrue(schedule.due(time.nanos(), time.wall()));
        assertEquals(1260, schedule.planned().getEpochSecond());
        assertEquals(3, schedule.skipped());
    }

    @Test
    void aClockStepEitherWayNeitherStallsNorBursts() {
        for (long step : new long[]{3600, -3600}) {
            ManualTime time = new ManualTime(Instant.ofEpochSecond(100_000));
            AlignedSchedule schedule = new AlignedSchedule(MINUTE);
            int runs = 0;
            for (int second = 0; second < 1200; second++) {
                if (second == 600) {
                    time.setWall(time.wall().plusSeconds(step));
                }
                runs += schedule.due(time.nanos(), time.wall()) ? 1 : 0;
                time.advance(Duration.ofSeconds(1));
            }
            assertTrue(runs >= 19 && runs <= 21, step + ": " + runs);
            assertEquals(0, schedule.skipped());
        }
    }
}
