// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.logging.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pigenny.core.logging.Plant;
import org.pigenny.core.logging.Records;
import org.pigenny.core.model.Event;
import org.pigenny.core.model.Message;
import org.pigenny.core.model.Origin;
import org.pigenny.core.model.Severity;
import org.pigenny.core.model.settings.LoggingSettings;
import org.pigenny.core.text.Phrases;

class RecordsExportTest {
    private static final Phrases ENGLISH = new Phrases(Locale.ENGLISH, ZoneOffset.UTC);
    private static final Instant START = Instant.parse("2026-01-31T10:30:00Z");

    @TempDir
    Path folder;

    @Test
    void aStretchIsExportedInWordsAndWithoutSecrets() throws Exception {
        Plant plant = new Plant(START);
        Path recording = Files.writeString(folder.resolve("ticks-x.jsonl.gz"), "recording");
        try (Records records = new Records(folder.resolve("a.db"),
                new LoggingSettings(folder.resolve("csv").toString(), Duration.ofHours(1), 7), plant.time)) {
            records.record(event(Message.of("records.disk_back", 3)));
            records.record(event(Message.of("settings.test", "admin.token", "hunter2", "hunter3")));
            records.record(event(Message.of("settings.test", "kiosk.pin_hash", "1234-old", "5678-new")));
            records.record(event(Message.of("settings.test", "generator.soc.start", 40, 42)));
            records.record(event(Message.of("text with, a \"comma\" and token=sesame end")));
            new RecordsExport(records.history(), ENGLISH::say, ZoneOffset.UTC).write(
                    RecordsExport.folder(folder.resolve("out")), START.minusSeconds(1), START.plusSeconds(60),
                    records.stats().stats(), List.of(recording));
        }
        List<String> events = Files.readAllLines(folder.resolve("out/events.csv"));
        assertEquals("time,local_time,kind,severity,code,by,text", events.getFirst());
        assertTrue(events.getLast().endsWith("Records are being written again. 3 rows were lost."), events.getLast());
        String all = String.join("\n", events);
        for (String secret : List.of("hunter2", "hunter3", "1234-old", "5678-new", "sesame")) {
            assertFalse(all.contains(secret), all);
        }
        assertTrue(all.contains("admin.token") && all.contains("generator.soc.start, 40, 42"), all);
        assertTrue(all.contains("\"\"comma\"\""), all);
        assertEquals("recording", Files.readString(folder.resolve("out/recordings/ticks-x.jsonl.gz")));
        assertTrue(Files.readString(folder.resolve("out/records.json")).contains("\"buffer\""));
        assertTrue(Files.exists(folder.resolve("out/runs.csv")) && Files.exists(folder.resolve("out/alarms.csv")));
    }

    private Records records(Plant plant) {
        return new Records(folder.resolve("a.db"),
                new LoggingSettings(folder.resolve("csv").toString(), Duration.ofHours(1), 7), plant.time);
    }

    private static void fill(Records records, Plant plant, int events) throws InterruptedException {
        for (int i = 0; i < events; i++) {
            records.record(new Event(START.plusSeconds(i), Event.Kind.SYSTEM, Severity.INFO,
                    Message.of("number " + i), Optional.empty(), Origin.CORE));
            if (i % 1000 == 999) {
                records.cycle();
            }
        }
        plant.passes(Duration.ofSeconds(events));
        records.cycle();
    }

    @Test
    void everyEventOfALongHistoryIsWrittenOnceInItsOrderWithLocalTimeAndProgress() throws Exception {
        Plant plant = new Plant(START);
        List<Long> told = new ArrayList<>();
        try (Records records = records(plant)) {
            fill(records, plant, 3500);
            records.history()
                    .export(folder.resolve("stick/all"), Instant.EPOCH, START.plusSeconds(9999), ENGLISH::say,
                            ZoneId.of("Europe/Berlin"), (written, total) -> {
                                told.add(written);
                                return total == 3500;
                            });
        }
        List<String> lines = Files.readAllLines(folder.resolve("stick/all/events.csv"));
        assertEquals(3501, lines.size());
        for (int i = 0; i < 3500; i++) {
            assertTrue(lines.get(3500 - i).endsWith(",number " + i), lines.get(3500 - i));
        }
        assertEquals("2026-01-31T10:30:00Z,2026-01-31 11:30:00,SYSTEM,INFO,,core,number 0", lines.getLast());
        assertEquals(List.of(1000L, 2000L, 3000L, 3500L), told);
    }

    @Test
    void anExportEndsWhenNobodyWantsItAnyMore() throws Exception {
        Plant plant = new Plant(START);
        try (Records records = records(plant)) {
            fill(records, plant, 3000);
            assertThrows(InterruptedIOException.class, () -> records.history()
                    .export(folder.resolve("out"), Instant.EPOCH, START.plusSeconds(9999), ENGLISH::say,
                            ZoneOffset.UTC, (written, total) -> written < 2000));
            assertEquals(2001, Files.readAllLines(folder.resolve("out/events.csv")).size());
        }
    }

    @Test
    void recordsThatCannotBeReadAreSaidAndNotWrittenAsNone() throws Exception {
        Files.writeString(folder.resolve("a.db"), "no database any more ".repeat(500));
        try (Records records = records(new Plant(START))) {
            IOException said = assertThrows(IOException.class, () -> records.history()
                    .export(folder.resolve("out"), Instant.EPOCH, START.plusSeconds(9999), ENGLISH::say,
                            ZoneOffset.UTC, (written, total) -> true));
            assertEquals("the records cannot be read now", said.getMessage());
        }
    }

    private static Event event(Message text) {
        return new Event(START, Event.Kind.SETTINGS, Severity.INFO, text, Optional.empty(), Origin.CORE);
    }
}
