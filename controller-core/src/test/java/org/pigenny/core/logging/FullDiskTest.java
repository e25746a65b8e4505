// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.logging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pigenny.core.api.EventFilter;
import org.pigenny.core.model.AlarmReport;
import org.pigenny.core.model.Event;
import org.pigenny.core.model.Message;
import org.pigenny.core.model.Origin;
import org.pigenny.core.model.Quantity;
import org.pigenny.core.model.Severity;
import org.pigenny.core.model.settings.LoggingSettings;
import org.pigenny.core.model.settings.Settings;
import org.pigenny.core.time.ManualTime;

/** On a real file system of one megabyte; needs the right to mount one. */
class FullDiskTest {
    private static final Instant START = Instant.parse("2026-01-31T10:00:00Z");

    @TempDir
    Path folder;

    private Path disk = Path.of("unset");

    @BeforeEach
    void mount() throws Exception {
        disk = Files.createDirectory(folder.resolve("disk"));
        assumeTrue(run("mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", disk.toString()) == 0,
                "no right to mount a small file system: the full disk is not tested here");
    }

    @AfterEach
    void unmount() throws Exception {
        run("umount", "-l", disk.toString());
    }

    private static int run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertTrue(process.waitFor(20, TimeUnit.SECONDS));
        return process.exitValue();
    }

    @Test
    void aFullDiskStopsNothingIsToldOnceAndNothingIsLostWhenThereIsRoomAgain() throws Exception {
        ManualTime real = new ManualTime(START);
        Plant plant = new Plant(START);
        RecordsOptions options = new RecordsOptions(real, Duration.ofSeconds(60), 5000, 5000, 5000, 1L << 30);
        LoggingSettings logging = new LoggingSettings(disk.resolve("csv").toString(), Duration.ofSeconds(10), 7);
        Settings all = Settings.defaults();
        plant.settings(new Settings(all.generator(), all.inverter(), all.relay(), logging, all.site(), all.health(),
                all.safeMode(), all.kiosk(), all.engine(), all.admin(), all.heartbeat()));
        try (Records records = new Records(disk.resolve("controller.db"), logging, plant.time, options)) {
            for (int i = 0; i < 3000; i++) {
                records.record(event(plant.time.wall(), i));
                records.accept(plant.reads(Quantity.SOC, 50).snapshot());
                records.cycle();
                plant.passes(Duration.ofSeconds(10));
                real.advance(Duration.ofSeconds(10));
            }
            List<Event> complaints = records.newest().stream().filter(event -> event.code().isPresent()).toList();
            assertTrue(complaints.stream().anyMatch(event -> event.text().key().equals("records.disk_failed")));
            assertTrue(complaints.stream().anyMatch(event -> event.text().key().equals("records.csv_failed")));
            assertEquals(Set.of("C-502", "C-516", "C-517"),
                    complaints.stream().map(event -> event.code().orElse("")).collect(Collectors.toSet()));
            assertTrue(complaints.size() <= 5, complaints.toString());
            assertEquals(List.of("C-502", "C-502", "C-516", "C-517"),
                    records.alarms().stream().map(AlarmReport::code).sorted().toList());
            for (String line : Files.readAllLines(disk.resolve("csv/data_20260131.csv"))) {
                assertEquals(14, line.split(",", -1).length, line);
            }

            assertEquals(0, run("mount", "-o", "remount,size=32m", disk.toString()));
            real.advance(Duration.ofMinutes(2));
            plant.passes(Duration.ofMinutes(10));
            records.cycle();
            records.cycle();
            assertEquals(3000, count(records));
            List<String> after = records.newest()
                    .stream()
                    .filter(event -> event.code().isPresent())
                    .map(event -> event.text().key())
                    .toList();
            assertTrue(after.contains("records.disk_back"), after.toString());
            assertTrue(after.contains("records.csv_back"), after.toString());
            assertTrue(records.alarms().stream().noneMatch(alarm -> alarm.code().equals("C-502")));
        }
    }

    @Test
    void aReadOnlyDiskIsToldOnceAndNothingIsLostWhenItCanBeWrittenAgain() throws Exception {
        ManualTime real = new ManualTime(START);
        Plant plant = new Plant(START);
        RecordsOptions options = new RecordsOptions(real, Duration.ofSeconds(60), 5000, 5000, 5000, 1L << 30);
        assertEquals(0, run("mount", "-o", "remount,size=32m", disk.toString()));
        LoggingSettings logging = new LoggingSettings(disk.resolve("csv").toString(), Duration.ofHours(1), 7);
        try (Records records = new Records(disk.resolve("controller.db"), logging, plant.time, options)) {
            write(records, plant, real, 0, 50);
        }
        assertEquals(0, run("mount", "-o", "remount,ro", disk.toString()));
        try (Records records = new Records(disk.resolve("controller.db"), logging, plant.time, options)) {
            write(records, plant, real, 50, 100);
            List<Event> complaints = records.newest().stream().filter(event -> event.code().isPresent()).toList();
            assertEquals(1, complaints.stream()
                    .filter(event -> event.text().key().equals("records.disk_failed"))
                    .count(), complaints.toString());
            assertTrue(records.alarms().stream().anyMatch(alarm -> alarm.code().equals("C-502")));
            assertTrue(count(records) >= 50, "what happened meanwhile is not known");
            assertEquals(0, run("mount", "-o", "remount,rw", disk.toString()));
            real.advance(Duration.ofMinutes(2));
            plant.passes(Duration.ofHours(1));
            records.cycle();
            records.cycle();
            assertEquals(100, count(records));
            assertTrue(records.alarms().stream().noneMatch(alarm -> alarm.code().equals("C-502")));
        }
    }

    private static void write(Records records, Plant plant, ManualTime real, int from, int to) throws Exception {
        for (int i = from; i < to; i++) {
            records.record(event(plant.time.wall(), i));
            records.accept(plant.reads(Quantity.SOC, 50).snapshot());
            records.cycle();
            plant.passes(Duration.ofSeconds(10));
            real.advance(Duration.ofSeconds(10));
        }
    }

    private static long count(Records records) {
        long found = 0;
        Instant before = Instant.MAX;
        List<Event> page;
        do {
            page = records.history().events(before, 1000, EventFilter.ALL);
            found += page.stream().filter(event -> event.text().key().equals("test.event")).count();
            before = page.isEmpty() ? before : page.getLast().at();
        } while (!page.isEmpty());
        return found;
    }

    private static Event event(Instant at, int number) {
        return new Event(at, Event.Kind.SYSTEM, Severity.INFO, Message.of("test.event", number, "x".repeat(400)),
                Optional.empty(), Origin.CORE);
    }
}
