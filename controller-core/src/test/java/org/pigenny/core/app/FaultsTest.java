// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pigenny.core.api.CoreSnapshot;
import org.pigenny.core.app.PlantedParts.Manner;
import org.pigenny.core.model.Command;
import org.pigenny.core.model.Event;
import org.pigenny.core.model.Origin;
import org.pigenny.core.model.Outcome;
import org.pigenny.core.model.ServiceReport;
import org.pigenny.core.state.SharedState;
import org.pigenny.core.time.SystemTime;

/** A hang, an exception and a deadlock in each service, with what is seen of it. */
final class FaultsTest {
    private static final List<String> SERVICES = List.of("system", "config", "device", "control", "logging");

    @TempDir
    Path home;

    /** A share of the whole matrix, with each service and each manner. */
    static Stream<Arguments> someFaults() {
        return Stream.of(Arguments.of("system", Manner.THROW), Arguments.of("config", Manner.THROW),
                Arguments.of("device", Manner.THROW), Arguments.of("control", Manner.HANG),
                Arguments.of("control", Manner.THROW), Arguments.of("logging", Manner.THROW));
    }

    static Stream<Arguments> allFaults() {
        return SERVICES.stream()
                .flatMap(service -> Stream.of(Manner.THROW, Manner.HANG, Manner.DEADLOCK)
                        .map(manner -> Arguments.of(service, manner)));
    }

    @ParameterizedTest(name = "{1} in {0}")
    @MethodSource("someFaults")
    void a_fault_in_one_service_is_seen_and_mended_by_a_rebuild_and_the_others_live_on(String service,
            Manner manner) {
        mended(service, manner);
    }

    @Tag("soak")
    @ParameterizedTest(name = "{1} in {0}")
    @MethodSource("allFaults")
    void every_fault_in_every_service_is_mended(String service, Manner manner) {
        mended(service, manner);
    }

    private void mended(String service, Manner manner) {
        try (CoreBench bench = new CoreBench(home)) {
            bench.awaitHealthy();
            bench.parts.plant(service, manner);
            bench.await(service + " failed", now -> report(now, service).state() == ServiceReport.State.UNHEALTHY);
            bench.parts.plant(service, Manner.LIVE);
            bench.await(service + " is rebuilt", now -> report(now, service).restarts() == 1
                    && report(now, service).state() == ServiceReport.State.HEALTHY);
            CoreSnapshot after = bench.core.snapshot();
            assertEquals(List.of("service.restarting", "service.rebuilt"), said(after, service));
            assertTrue(report(after, service).lastError().orElseThrow().contains("planted"),
                    () -> report(after, service).toString());
            for (String other : SERVICES) {
                assertEquals(other.equals(service) ? 1 : 0, report(after, other).restarts(), other);
            }
            assertFalse(after.safeMode().bySupervisor());
        }
    }

    @Test
    void control_failing_for_good_raises_safe_mode_that_survives_a_restart_and_ends_by_a_deliberate_act()
            throws IOException {
        Path file = home.resolve("data/state/safe_mode_override.json");
        try (CoreBench bench = new CoreBench(home, options -> options.withTimings(CoreBench.IMPATIENT))) {
            bench.awaitHealthy();
            bench.parts.plant("control", Manner.THROW);
            bench.await("safe mode", now -> now.safeMode().bySupervisor());
            CoreBench.await(() -> Files.exists(file), file::toString);
            assertTrue(bench.core.snapshot().safeMode().reason().startsWith("control: "));
        }
        for (String field : List.of("\"active\" : true", "\"reason\"", "\"triggered_at\"",
                "\"triggered_by\" : \"supervisor\"")) {
            assertTrue(Files.readString(file).contains(field), field);
        }
        try (CoreBench bench = new CoreBench(home)) {
            bench.awaitHealthy();
            assertTrue(bench.core.snapshot().safeMode().bySupervisor(), "still on, though all is healthy again");
            Outcome outcome = bench.core.submit(new Command.ClearSafeMode(), Origin.SCREEN);
            assertTrue(outcome instanceof Outcome.Accepted, outcome::toString);
            assertFalse(bench.core.snapshot().safeMode().bySupervisor());
            assertFalse(Files.exists(file));
        }
    }

    /** What is seen when each service fails for good: three rebuilds, then safe mode once where it is critical. */
    @Tag("soak")
    @ParameterizedTest
    @ValueSource(strings = {"system", "config", "device", "control", "logging"})
    void every_service_failing_for_good_is_given_up_after_three_rebuilds(String service) {
        List<Event> events = new java.util.concurrent.CopyOnWriteArrayList<>();
        try (CoreBench bench = new CoreBench(home, options -> options.withTimings(CoreBench.IMPATIENT))) {
            bench.awaitHealthy();
            bench.parts.plant(service, Manner.THROW);
            bench.await(service + " is given up", now -> said(now, service).contains("service.given_up"));
            boolean critical = !service.equals("logging");
            // It is raised right after the service is given up, on the supervisor's thread.
            bench.await("safe mode, where it is critical", now -> !critical || now.newest()
                    .stream()
                    .anyMatch(event -> event.text().key().equals("safe_mode.raised")));
            events.addAll(bench.core.snapshot().newest());
            assertEquals(List.of("service.restarting", "service.rebuilt", "service.restarting", "service.rebuilt",
                    "service.restarting", "service.rebuilt", "service.given_up"),
                    said(bench.core.snapshot(), service));
            assertEquals(critical, bench.core.snapshot().safeMode().bySupervisor());
            assertEquals(critical ? 1 : 0,
                    events.stream().filter(event -> event.text().key().equals("safe_mode.raised")).count());
        }
    }

    @Test
    void logging_failing_for_good_raises_no_safe_mode() {
        try (CoreBench bench = new CoreBench(home, options -> options.withTimings(CoreBench.IMPATIENT))) {
            bench.awaitHealthy();
            bench.parts.plant("logging", Manner.THROW);
            bench.await("logging is given up", now -> said(now, "logging").contains("service.given_up"));
            assertFalse(bench.core.snapshot().safeMode().bySupervisor());
            assertEquals(ServiceReport.State.HEALTHY, report(bench.core.snapshot(), "control").state());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "\u0000\u0000", "{\"active\":\"yes\"}"})
    void every_durable_state_file_may_be_damaged_and_the_core_starts(String damage) throws IOException {
        for (String name : List.of("state/control_memory.json", "settings/last_good.json",
                "settings/v_20260101T000000.000.json", "controller_id", "audit.jsonl", "controller.db")) {
            Path file = home.resolve("data").resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, damage);
        }
        for (String name : List.of("readings", "control_state", "config", "config_status", "service_health")) {
            Path file = home.resolve("state").resolve(name + ".json");
            Files.createDirectories(file.getParent());
            Files.writeString(file, damage);
        }
        try (CoreBench bench = new CoreBench(home)) {
            bench.awaitHealthy();
            assertFalse(bench.core.snapshot().safeMode().bySupervisor());
        }
    }

    static Stream<Arguments> eachFileDamaged() {
        return Stream.of("data/state/control_memory", "data/state/reboot_pending", "data/settings/last_good",
                "data/settings/v_20260101T000000.000", "state/readings", "state/control_state", "state/config",
                "state/config_status", "state/service_health", "state/safe_mode_state", "state/write_commands",
                "state/active_alarms", "state/heartbeat", "state/register_errors", "state/device_offline_times")
                .flatMap(name -> Stream.of("", "{", "[]", "\u0000\u0000", "{\"active\":\"yes\"}")
                        .map(damage -> Arguments.of(name, damage)));
    }

    /** One after another, in a core that is told to stop and started again, and in one that runs. */
    @Tag("soak")
    @ParameterizedTest(name = "{0} is ''{1}''")
    @MethodSource("eachFileDamaged")
    void each_state_file_damaged_alone_stops_nothing_and_is_whole_again(String name, String damage) throws IOException {
        Path file = home.resolve(name + ".json");
        Files.createDirectories(file.getParent());
        Files.writeString(file, damage);
        try (CoreBench bench = new CoreBench(home)) {
            bench.awaitHealthy();
            Files.writeString(file, damage);
            assertTrue(bench.core.settings()
                    .change(java.util.Map.of("generator.soc.start", "41"), Origin.SCREEN) instanceof Outcome.Accepted);
            bench.await("the change is taken", now -> now.settings().generator().soc().start() == 41);
            bench.awaitHealthy();
            assertEquals(0, bench.core.snapshot().services().stream().mapToInt(ServiceReport::restarts).sum());
            assertFalse(bench.core.snapshot().safeMode().bySupervisor());
        }
        try (CoreBench bench = new CoreBench(home)) {
            bench.awaitHealthy();
            assertEquals(41, bench.core.snapshot().settings().generator().soc().start());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"active\":tr", "", "{}", "[]", "{\"active\":\"yes\"}", "\u0000"})
    void a_damaged_safe_mode_file_counts_as_safe_mode(String damage) throws IOException {
        Path file = home.resolve("data/state/safe_mode_override.json");
        Files.createDirectories(file.getParent());
        Files.writeString(file, damage);
        SharedState durable = new SharedState(home.resolve("data/state"), new SystemTime());
        assertTrue(new SafeModeKeeper(durable, new SystemTime(), event -> {}).active());
    }

    private static List<String> said(CoreSnapshot now, String service) {
        List<String> keys = new ArrayList<>();
        for (Event event : now.newest().reversed()) {
            if (event.text().key().startsWith("service.") && event.text().args().getFirst().equals(service)) {
                keys.add(event.text().key());
            }
        }
        return keys;
    }

    private static ServiceReport report(CoreSnapshot now, String service) {
        return now.services().stream().filter(report -> report.name().equals(service)).findFirst().orElseThrow();
    }
}
