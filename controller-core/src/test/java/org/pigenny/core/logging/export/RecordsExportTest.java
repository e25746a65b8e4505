// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.logging.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
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
            new RecordsExport(records.history(), new Phrases(Locale.ENGLISH, ZoneOffset.UTC), records.stats()::stats)
                    .write(RecordsExport.folder(folder.resolve("out")), START.minusSeconds(1), START.plusSeconds(60),
                            List.of(recording));
        }
        List<String> events = Files.readAllLines(folder.resolve("out/events.csv"));
        assertEquals("time,kind,severity,code,by,text", events.getFirst());
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

    private static Event event(Message text) {
        return new Event(START, Event.Kind.SETTINGS, Severity.INFO, text, Optional.empty(), Origin.CORE);
    }
}
