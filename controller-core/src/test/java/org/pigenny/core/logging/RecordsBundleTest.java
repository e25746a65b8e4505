// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.logging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pigenny.core.model.Event;
import org.pigenny.core.model.Message;
import org.pigenny.core.model.Origin;
import org.pigenny.core.model.Severity;
import org.pigenny.core.model.settings.LoggingSettings;

class RecordsBundleTest {
    private static final Instant START = Instant.parse("2026-01-31T10:00:00Z");

    @TempDir
    Path folder;

    private Map<String, String> bundle() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            RecordsBundle.add(zip, folder.resolve("a.db"), folder.resolve("recordings"), START.plusSeconds(60));
        }
        Map<String, String> entries = new TreeMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return entries;
    }

    @Test
    void besideARunningCoreItHoldsTheRecordsAndNoSecret() throws Exception {
        Files.createDirectories(folder.resolve("recordings"));
        Files.writeString(folder.resolve("recordings/ticks-1.jsonl.gz"), "ticks");
        Plant plant = new Plant(START);
        try (Records records = new Records(folder.resolve("a.db"),
                new LoggingSettings(folder.resolve("csv").toString(), Duration.ofHours(1), 7), plant.time)) {
            records.record(new Event(START, Event.Kind.SETTINGS, Severity.INFO,
                    Message.of("settings.changed", "admin.token", "hunter2"), Optional.empty(), Origin.SCREEN));
            records.cycle();
            Map<String, String> entries = bundle();
            assertEquals(Set.of("records/alarms.csv", "records/events.csv", "records/records.json",
                    "records/recordings/ticks-1.jsonl.gz", "records/runs.csv"), entries.keySet());
            assertTrue(entries.values().stream().anyMatch(text -> text.contains("admin.token")));
            assertFalse(entries.values().stream().anyMatch(text -> text.contains("hunter2")));
        }
    }

    @Test
    void withoutADatabaseItIsEmptyAndMakesNone() throws IOException {
        assertEquals("time,local_time,kind,severity,code,by,text\n", bundle().get("records/events.csv"));
        assertFalse(Files.exists(folder.resolve("a.db")));
    }
}
