// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.logging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pigenny.core.logging.store.Session;
import org.pigenny.core.logging.store.StoreFile;
import org.pigenny.core.model.EnginePhase;
import org.pigenny.core.model.Quantity;
import org.pigenny.core.model.settings.LoggingSettings;
import org.pigenny.core.time.ManualTime;

/** Every quantity every 30 s for weeks of injected time through the whole of the records: the file stays in its bounds. */
@Tag("soak")
class BoundedSizeTest {
    private static final Instant START = Instant.parse("2026-01-31T10:00:00Z");
    private static final long DAYS = Long.getLong("pigenny.soak.days", 45);
    private static final long MOST = 100L << 20;

    @TempDir
    Path folder;

    @Test
    void theFileStaysBelowItsBoundAndWhatIsMissedLeastGoesFirst() throws Exception {
        Path database = folder.resolve("controller.db");
        Plant plant = new Plant(START);
        RecordsOptions options = new RecordsOptions(new ManualTime(START), Duration.ofSeconds(60), 200, 10_000, 10_000,
                MOST);
        List<Long> sizes = new ArrayList<>();
        try (Records records = new Records(database,
                new LoggingSettings(folder.resolve("csv").toString(), Duration.ofMinutes(10), 7), plant.time,
                options)) {
            for (long day = 0; day < DAYS; day++) {
                live(records, plant, Duration.ofDays(1));
                sizes.add(Files.size(database) >> 20);
            }
            assertEquals(0, dropped(records), "rows were lost");
        }
        System.out.println("size of the file after each day, MB: " + sizes);
        // It is cut once a night: a day's growth may stand above the bound.
        assertTrue(sizes.stream().allMatch(megabytes -> megabytes < (MOST >> 20) + 40), sizes.toString());
        try (Session session = new StoreFile(database).openToRead()) {
            near(DAYS * 96, session.number("SELECT count(*) FROM sample_15m"));
            near(DAYS * 1440, session.number("SELECT count(*) FROM sample_1m"));
            long oldest = session.number("SELECT min(at) FROM sample_10s");
            assertTrue(plant.time.wall().getEpochSecond() - oldest < Duration.ofDays(33).toSeconds());
        }
    }

    private static void near(long wanted, long found) {
        assertTrue(Math.abs(wanted - found) <= 2, found + " instead of " + wanted);
    }

    private static void live(Records records, Plant plant, Duration time) throws InterruptedException {
        for (long second = 0; second < time.toSeconds(); second += 10) {
            if (second % 30 == 0) {
                for (Quantity quantity : Quantity.values()) {
                    plant.reads(quantity, 20 + second * 7 % 6000 / 100.0);
                }
            }
            plant.engine(EnginePhase.OFF, false, 0, 0, Duration.ZERO);
            records.accept(plant.snapshot());
            if (second % 60 == 0) {
                records.cycle();
            }
            plant.passes(Duration.ofSeconds(10));
        }
        records.cycle();
    }

    private static long dropped(Records records) {
        return Long.parseLong(String.valueOf(records.stats().stats().get("errors"))
                .replaceFirst(
                        ".*dropped_rows=(\\d+).*", "$1"));
    }
}
