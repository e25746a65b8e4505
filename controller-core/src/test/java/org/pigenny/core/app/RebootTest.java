// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pigenny.core.api.Workshop;
import org.pigenny.core.app.reboot.RebootCommand;
import org.pigenny.core.model.EnginePhase;
import org.pigenny.core.model.Origin;
import org.pigenny.core.model.Outcome;

/** The reboot of the computer, with a harmless program in place of the real one. */
final class RebootTest {
    private static final Origin WHO = new Origin("tester");

    @TempDir
    Path home;

    private Path standIn(int exit) throws IOException {
        Path program = Files.writeString(home.resolve("stand-in"),
                "#!/bin/sh\necho asked >> " + home.resolve("asked") + "\necho no >&2\nexit " + exit + "\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
        return program;
    }

    private CoreBench bench(int exit) throws IOException {
        Map<String, String> environment = Map.of(RebootCommand.VARIABLE, standIn(exit).toString());
        return new CoreBench(home, options -> options.withEnvironment(environment));
    }

    private static Outcome ask(CoreBench bench, String typed) {
        Workshop workshop = bench.core.workshop().orElseThrow();
        return workshop.reboot(typed, WHO);
    }

    private Path order() {
        return home.resolve("data/state/reboot_pending.json");
    }

    @Test
    void the_typed_word_reboots_and_the_order_outlives_the_process() throws IOException {
        try (CoreBench bench = bench(0)) {
            bench.awaitHealthy();
            for (String wrong : List.of("", "reboot", "REBOOT ", "yes")) {
                assertTrue(ask(bench, wrong) instanceof Outcome.Refused, wrong);
            }
            assertFalse(Files.exists(home.resolve("asked")));
            Outcome outcome = ask(bench, Workshop.REBOOT);
            assertTrue(outcome instanceof Outcome.Accepted, outcome::toString);
            assertEquals(List.of("asked"), Files.readAllLines(home.resolve("asked")));
            String kept = Files.readString(order());
            for (String field : List.of("command_id", "initiated_at", "\"initiated_by\" : \"tester\"", "boot_id")) {
                assertTrue(kept.contains(field), kept);
            }
            assertTrue(Files.readString(home.resolve("logs/heartbeat.jsonl")).contains("controller_id"));
            assertTrue(ask(bench, Workshop.REBOOT) instanceof Outcome.Refused, "one order is enough");
        }
        Files.writeString(order(), Files.readString(order()).replaceFirst("boot_id\" : \"", "boot_id\" : \"other"));
        try (CoreBench bench = bench(0)) {
            bench.await("the completion is told", now -> now.newest()
                    .stream()
                    .anyMatch(event -> event.text().key().equals("reboot.completed")));
            assertFalse(Files.exists(order()));
            CoreBench.await(() -> audit().contains("completed"), this::audit);
        }
    }

    @Test
    void a_computer_that_did_not_go_down_is_told_at_the_next_start() throws IOException {
        try (CoreBench bench = bench(0)) {
            assertTrue(ask(bench, Workshop.REBOOT) instanceof Outcome.Accepted);
        }
        try (CoreBench bench = bench(0)) {
            bench.await("the failure is told", now -> now.newest()
                    .stream()
                    .anyMatch(event -> event.text().key().equals("reboot.failed_after")));
            assertFalse(Files.exists(order()));
        }
    }

    @Test
    void a_program_that_refuses_leaves_the_core_running_and_another_try_open() throws IOException {
        try (CoreBench bench = bench(7)) {
            bench.awaitHealthy();
            for (int i = 0; i < 2; i++) {
                Outcome outcome = ask(bench, Workshop.REBOOT);
                assertTrue(Words.english(outcome).contains("ended with 7 no"), Words.english(outcome));
            }
            assertFalse(Files.exists(order()));
            bench.awaitHealthy();
        }
    }

    @Test
    void a_missing_program_is_named() throws IOException {
        Map<String, String> environment = Map.of(RebootCommand.VARIABLE, "/does/not/exist now");
        try (CoreBench bench = new CoreBench(home, options -> options.withEnvironment(environment))) {
            Outcome outcome = ask(bench, Workshop.REBOOT);
            assertTrue(Words.english(outcome).contains("/does/not/exist"), Words.english(outcome));
        }
        assertEquals(List.of("systemctl", "reboot"), RebootCommand.of(Map.of()).words());
    }

    @Test
    void it_is_refused_while_the_engine_runs_starts_or_cools() throws IOException {
        try (CoreBench bench = bench(0)) {
            bench.awaitHealthy();
            for (EnginePhase phase : List.of(EnginePhase.LOADED, EnginePhase.CRANK, EnginePhase.COOLDOWN)) {
                bench.parts.engine(phase);
                assertEquals("No reboot while the generator runs or starts. Stop it first.",
                        Words.english(ask(bench, Workshop.REBOOT)), phase.toString());
            }
            assertFalse(Files.exists(home.resolve("asked")));
            bench.parts.engine(EnginePhase.OFF);
            assertTrue(ask(bench, Workshop.REBOOT) instanceof Outcome.Accepted);
        }
    }

    private String audit() {
        try {
            return Files.readString(home.resolve("data/audit.jsonl"));
        } catch (IOException e) {
            return "";
        }
    }
}
