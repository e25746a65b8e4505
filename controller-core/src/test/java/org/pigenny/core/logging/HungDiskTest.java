// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.logging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pigenny.core.api.EventFilter;
import org.pigenny.core.model.Event;
import org.pigenny.core.model.Message;
import org.pigenny.core.model.Origin;
import org.pigenny.core.model.Quantity;
import org.pigenny.core.model.Severity;
import org.pigenny.core.model.settings.LoggingSettings;

/** The writer hangs in a real lock on the file; those who tell and those who ask go on. */
class HungDiskTest {
    private static final Instant START = Instant.parse("2026-01-31T10:00:00Z");

    @TempDir
    Path folder;

    @Test
    void whileTheWriterHangsEventsAndSnapshotsAreTakenAndNothingIsLost() throws Exception {
        Plant plant = new Plant(START);
        try (Records records = new Records(folder.resolve("a.db"),
                new LoggingSettings(folder.resolve("csv").toString(), Duration.ofHours(1), 7), plant.time);
                Connection other = blockedAfterFirstCycle(records);
                Statement lock = other.createStatement()) {
            lock.execute("BEGIN IMMEDIATE");
            CountDownLatch writing = new CountDownLatch(1);
            CountDownLatch written = new CountDownLatch(1);
            AtomicReference<Throwable> failure = new AtomicReference<>();
            records.record(event(plant.time.wall(), 0));
            Thread writer = new Thread(() -> {
                try {
                    writing.countDown();
                    records.cycle();
                } catch (InterruptedException | RuntimeException e) {
                    failure.set(e);
                }
                written.countDown();
            }, "writer");
            writer.start();
            assertTrue(writing.await(20, TimeUnit.SECONDS));
            for (int i = 1; i < 500; i++) {
                records.record(event(plant.time.wall(), i));
                records.accept(plant.reads(Quantity.SOC, 50).snapshot());
                plant.passes(Duration.ofSeconds(1));
            }
            assertEquals(500, records.newest().size());
            assertEquals(500, records.history().events(Instant.MAX, 1000, EventFilter.ALL).size());
            assertFalse(written.await(0, TimeUnit.SECONDS), "the writer did not hang, so nothing was tested");
            lock.execute("ROLLBACK");
            assertTrue(written.await(30, TimeUnit.SECONDS));
            assertEquals(Optional.empty(), Optional.ofNullable(failure.get()));
            records.cycle();
            assertEquals(500, records.history().events(Instant.MAX, 1000, EventFilter.ALL).size());
        }
    }

    private Connection blockedAfterFirstCycle(Records records) throws Exception {
        records.cycle();
        return DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("a.db"));
    }

    private static Event event(Instant at, int number) {
        return new Event(at, Event.Kind.SYSTEM, Severity.INFO, Message.of("test.event", number), Optional.empty(),
                Origin.CORE);
    }
}
