// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pigenny.core.device.relay.RelayServer;
import org.pigenny.core.model.AlarmReport;
import org.pigenny.core.model.AlarmReport.State;
import org.pigenny.core.model.Command;
import org.pigenny.core.model.LinkReport;
import org.pigenny.core.model.Origin;
import org.pigenny.core.model.Outcome;
import org.pigenny.core.time.ManualTime;

/** Alarms whose cause others see than control, with the real relay client, relay server and records in a running core. */
final class ReportedCausesTest {
    private static final Origin PERSON = new Origin("person");
    /** One every two seconds. */
    private static final int LOOKS = 3;

    @TempDir
    Path home;
    private final ManualTime plant = new ManualTime(Instant.parse("2026-01-31T10:00:00Z"));

    private CoreBench bench(Map<String, String> settings) {
        Map<String, String> all = new TreeMap<>(CoreBench.quick());
        all.put("inverter.port", home.resolve("no-port").toString());
        all.putAll(settings);
        return new CoreBench(home, options -> options.withParts(new RealParts())
                .withTimings(CoreBench.PATIENT)
                .withPlantTime(plant)
                .withOverrides(all));
    }

    /** Lets the plant's time pass, second by second, until it is so. */
    private void pass(CoreBench bench, String code, Optional<State> wanted) {
        CoreBench.await(() -> {
            plant.advance(Duration.ofSeconds(1));
            return state(bench, code).equals(wanted);
        }, () -> code + " " + wanted + ", but " + bench.core.snapshot().control().alarms());
    }

    private static Optional<State> state(CoreBench bench, String code) {
        return bench.core.snapshot()
                .control()
                .alarms()
                .stream()
                .filter(alarm -> alarm.code().equals(code))
                .map(AlarmReport::state)
                .findFirst();
    }

    private static void acknowledge(CoreBench bench, String code) {
        assertTrue(bench.core.submit(new Command.Acknowledge(code), PERSON) instanceof Outcome.Accepted);
    }

    @Test
    void a_relay_server_that_restarts_is_an_alarm_for_a_while() throws IOException {
        Path state = Files.createDirectory(home.resolve("relay"));
        RelayServer first = RelayServer.start(state, 0);
        try (CoreBench bench = bench(
                Map.of("relay.host", "127.0.0.1", "relay.port", String.valueOf(first.port())))) {
            bench.await("link", now -> now.relayLink().state() == LinkReport.State.UP && now.engine().isPresent());
            assertEquals(Optional.empty(), state(bench, "R-203"));
            // Its age is told in whole seconds: it must be older than the next one will be when it is first seen.
            long looks = bench.core.snapshot().relayLink().answers() + LOOKS;
            bench.await("more looks", now -> now.relayLink().answers() >= looks);
            first.close();
            try (RelayServer second = RelayServer.start(state, first.port())) {
                assertEquals(first.port(), second.port());
                pass(bench, "R-203", Optional.of(State.UNACKNOWLEDGED));
                pass(bench, "R-203", Optional.of(State.RETURNED_UNACKNOWLEDGED));
                acknowledge(bench, "R-203");
                pass(bench, "R-203", Optional.empty());
            }
        } finally {
            first.close();
        }
    }

    @Test
    void records_that_cannot_be_written_are_an_alarm_until_they_can() throws IOException {
        Path blocked = Files.createFile(home.resolve("blocked"));
        try (CoreBench bench = bench(
                Map.of("logging.csv_dir", blocked.resolve("csv").toString(), "logging.csv_interval_s", "10"))) {
            pass(bench, "C-502", Optional.of(State.UNACKNOWLEDGED));
            acknowledge(bench, "C-502");
            pass(bench, "C-502", Optional.of(State.ACKNOWLEDGED));
            Files.delete(blocked);
            pass(bench, "C-502", Optional.empty());
        }
    }

    @Test
    void a_database_that_was_set_aside_is_an_alarm_until_somebody_knows() throws IOException {
        Path database = Home.under(home).database();
        Files.createDirectories(database.getParent());
        Files.writeString(database, "this is no database, and never was one");
        try (CoreBench bench = bench(Map.of())) {
            pass(bench, "C-503", Optional.of(State.UNACKNOWLEDGED));
            acknowledge(bench, "C-503");
            pass(bench, "C-503", Optional.empty());
        }
    }
}
