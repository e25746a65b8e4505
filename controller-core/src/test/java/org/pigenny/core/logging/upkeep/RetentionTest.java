// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.logging.upkeep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pigenny.core.logging.store.Session;
import org.pigenny.core.logging.store.TestStore;

class RetentionTest {
    private static final Instant NOW = Instant.parse("2026-06-15T13:00:00Z");

    @TempDir
    Path folder;

    private static void readings(Session session, Instant from, int rows, Duration apart) throws Exception {
        session.transaction(() -> {
            for (int i = 0; i < rows; i++) {
                session.update("INSERT INTO device_readings (device_id, register_name, value, timestamp)"
                        + " VALUES ('inverter', 'soc', 50, ?)", from.plus(apart.multipliedBy(i)).toString());
            }
        });
    }

    private static void samples(Session session, String table, Instant from, int rows, long apart) throws Exception {
        session.transaction(() -> {
            for (int i = 0; i < rows; i++) {
                session.update("INSERT INTO " + table + " (at, n, state, soc) VALUES (?, 1, ?, 50)",
                        from.getEpochSecond() + i * apart, "x".repeat(200));
            }
        });
    }

    @Test
    void rawRowsGoAfterAWeekAtMidnightWhetherUploadedOrNot() throws Exception {
        try (Session session = TestStore.open(folder.resolve("a.db"))) {
            readings(session, NOW.minus(Duration.ofDays(10)), 240, Duration.ofHours(1));
            Retention.Result result = Retention.run(session, NOW, 7, 1L << 30);
            assertTrue(result.finished());
            assertEquals(2 * 24 + 11, result.deleted());
            assertEquals("2026-06-08T00:00:00Z", session
                    .query("SELECT min(timestamp) FROM device_readings", row -> row.getString(1))
                    .getFirst());
        }
    }

    @Test
    void samplesGoAfterTheirTimeAndTheCoarseOnesNever() throws Exception {
        try (Session session = TestStore.open(folder.resolve("a.db"))) {
            samples(session, "sample_10s", NOW.minus(Duration.ofDays(40)), 40, 86_400);
            samples(session, "sample_1m", NOW.minus(Duration.ofDays(800)), 800, 86_400);
            samples(session, "sample_15m", NOW.minus(Duration.ofDays(5000)), 5000, 86_400);
            Retention.run(session, NOW, 7, 1L << 30);
            assertEquals(31, session.number("SELECT count(*) FROM sample_10s"));
            assertEquals(732, session.number("SELECT count(*) FROM sample_1m"));
            assertEquals(5000, session.number("SELECT count(*) FROM sample_15m"));
        }
    }

    @Test
    void aDatabaseThatIsTooLargeIsCutFromItsOldestAndItsFileShrinks() throws Exception {
        Path file = folder.resolve("a.db");
        try (Session session = TestStore.open(file)) {
            samples(session, "sample_10s", NOW.minus(Duration.ofDays(30)), 20_000, 125);
            samples(session, "sample_15m", NOW.minus(Duration.ofDays(30)), 100, 900);
            session.query("PRAGMA wal_checkpoint(TRUNCATE)", row -> 0);
            long before = Files.size(file);
            Retention.Result result = Retention.run(session, NOW, 7, 2L << 20);
            assertTrue(result.finished() && result.reclaimed());
            assertTrue(before > 5L << 20, "the test is too small: " + before);
            assertTrue(result.bytes() <= 2L << 20);
            assertTrue(Files.size(file) <= 2L << 20, "still " + Files.size(file));
            assertEquals(100, session.number("SELECT count(*) FROM sample_15m"));
            assertTrue(
                    session.number("SELECT min(at) FROM sample_10s") > NOW.minus(Duration.ofDays(28)).getEpochSecond());
        }
    }

    @Test
    void aLargeBacklogIsDeletedInTurns() throws Exception {
        try (Session session = TestStore.open(folder.resolve("a.db"))) {
            session.run("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 250000)"
                    + " INSERT INTO device_readings (device_id, register_name, timestamp)"
                    + " SELECT 'd', 'r', '2025-01-01T00:00:00Z' FROM n");
            Retention.Result first = Retention.run(session, NOW, 7, 1L << 30);
            assertFalse(first.finished());
            assertEquals(200_000, first.deleted());
            Retention.Result second = Retention.run(session, NOW, 7, 1L << 30);
            assertTrue(second.finished());
            assertEquals(50_000, second.deleted());
        }
    }

    @Test
    void itIsDoneInTheSmallHoursOrWhenItIsOverdue() {
        ZoneId zone = ZoneOffset.UTC;
        CleanUp cleanUp = new CleanUp(folder.resolve("a.db"));
        assertTrue(cleanUp.due(0, NOW, zone), "never done");
        cleanUp.done(NOW);
        int done = 0;
        for (int hour = 1; hour <= 72; hour++) {
            Instant at = NOW.plus(Duration.ofHours(hour));
            if (cleanUp.due(Duration.ofHours(hour).toNanos(), at, zone)) {
                assertTrue(at.atZone(zone).getHour() == 1, at.toString());
                cleanUp.done(at);
                done++;
            }
        }
        assertEquals(3, done);
        assertTrue(new CleanUp(folder.resolve("a.db")).due(0, NOW.plus(Duration.ofDays(5)), zone), "overdue at start");
        assertFalse(new CleanUp(folder.resolve("a.db")).due(0, NOW.plus(Duration.ofHours(71)), zone));
    }
}
