// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pigenny.core.api.CoreSnapshot;
import org.pigenny.core.json.Json;
import org.pigenny.core.model.Command;
import org.pigenny.core.model.EngineCommand;
import org.pigenny.core.model.Event;
import org.pigenny.core.model.Loop;
import org.pigenny.core.model.Origin;
import org.pigenny.core.model.Outcome;
import org.pigenny.core.model.SafeMode;
import org.pigenny.core.model.ServiceReport;

final class CoreProcessTest {
    @TempDir
    Path home;

    @Test
    void five_services_come_up_and_answer_at_their_ports() throws Exception {
        try (CoreBench bench = new CoreBench(home)) {
            bench.awaitHealthy();
            for (String service : new String[]{"system", "config", "device", "control", "logging"}) {
                Map<String, @Nullable Object> health = bench.get(service, "/health");
                assertEquals("healthy", health.get("status"));
                assertEquals(service, health.get("service"));
                assertTrue(health.get("uptime") instanceof Long);
                assertTrue(String.valueOf(health.get("timestamp")).endsWith("Z"));
            }
            assertEquals("generator_autostart", bench.get("control", "/health").get("operation_mode"));
            assertTrue(bench.get("device", "/readings").containsKey("devices"));
            assertTrue(bench.get("device", "/status").containsKey("inverter"));
            assertTrue(bench.get("control", "/state").containsKey("execution_time_ms"));
            assertEquals(404, bench.http("control", "/nothing", "GET").statusCode());
            assertEquals(405, bench.http("control", "/health", "POST").statusCode());
        }
    }

    @Test
    void state_files_are_mirrored_with_the_names_of_the_contract() {
        try (CoreBench bench = new CoreBench(home)) {
            bench.awaitHealthy();
            for (String key : new String[]{"readings", "control_state", "service_health", "safe_mode_state"}) {
                Path file = home.resolve("state/" + key + ".json");
                CoreBench.await(() -> Files.exists(file), file::toString);
            }
        }
    }

    @Test
    void an_unreadable_settings_file_is_told_and_the_core_runs_on_defaults() throws IOException {
        Path file = Files.writeString(home.resolve("mine.toml"), "[generator.soc]\nstrat = 40\n");
        try (CoreBench bench = new CoreBench(home, options -> options.withSettingsFile(file))) {
            bench.awaitHealthy();
            CoreSnapshot now = bench.core.snapshot();
            assertEquals(40, now.settings().generator().soc().start());
            String told = file + ", line 2: there is no setting generator.soc.strat. "
                    + "The nearest one is generator.soc.start.";
            assertTrue(now.newest()
                    .stream()
                    .filter(event -> event.code().equals(Optional.of("C-505")))
                    .anyMatch(event -> Words.english(event.text()).equals(told)), () -> now.newest().toString());
        }
    }

    @Test
    void the_screen_is_the_sixth_service_built_anew_when_it_fails_and_never_raises_safe_mode() {
        AtomicInteger lives = new AtomicInteger();
        try (CoreBench bench = new CoreBench(home,
                options -> options.withScreen(() -> screen(lives.incrementAndGet())))) {
            CoreBench.await(() -> bench.core.snapshot()
                    .services()
                    .stream()
                    .anyMatch(service -> service.name().equals("kiosk") && service.restarts() > 0
                            && service.state() == ServiceReport.State.HEALTHY),
                    () -> bench.core.snapshot().services().toString());
            assertEquals(List.of("system", "config", "device", "control", "logging", "kiosk"),
                    bench.core.snapshot().services().stream().map(ServiceReport::name).toList());
            assertEquals(SafeMode.OFF, bench.core.snapshot().safeMode());
        }
    }

    /** Fails in its first life, draws in each other. */
    private static Loop screen(int life) {
        return new Loop() {
            @Override
            public String name() {
                return "screen";
            }

            @Override
            public void run(Runnable progress) throws InterruptedException {
                if (life == 1) {
                    throw new IllegalStateException("the view is broken");
                }
                CountDownLatch never = new CountDownLatch(1);
                while (!never.await(10, TimeUnit.MILLISECONDS)) {
                    progress.run();
                }
            }
        };
    }

    @Test
    void a_busy_health_port_costs_only_that_port() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                CoreBench bench = new CoreBench(home, options -> options
                        .withOverrides(Map.of("health.ports", "0,0," + taken.getLocalPort() + ",0,0")))) {
            bench.awaitHealthy();
            assertEquals(0, bench.port("device"));
            assertTrue(bench.core.snapshot()
                    .newest()
                    .stream()
                    .anyMatch(event -> Words.english(event.text())
                            .contains("port " + taken.getLocalPort())),
                    () -> bench.core.snapshot().newest().toString());
        }
    }

    @Test
    void where_the_data_folder_cannot_be_written_the_core_controls_all_the_same() throws IOException {
        Files.writeString(home.resolve("data"), "a file stands where the folder should be");
        try (CoreBench bench = new CoreBench(home)) {
            bench.await("a decision", now -> now.services()
                    .stream()
                    .anyMatch(service -> service.name().equals("control") && CoreBench.healthy(service)));
            assertTrue(!bench.core.snapshot().safeMode().bySupervisor());
        }
    }

    @Test
    void a_second_core_on_the_same_home_is_refused() {
        try (CoreBench bench = new CoreBench(home)) {
            bench.awaitHealthy();
            assertThrows(CoreBusyException.class, () -> new CoreBench(home).close());
        }
    }

    @Test
    void an_emergency_stop_goes_to_the_relay_server_at_once_and_is_written_down_with_who() {
        try (CoreBench bench = new CoreBench(home)) {
            bench.awaitHealthy();
            Outcome outcome = bench.core.submit(new Command.EmergencyStop(), Origin.SCREEN);
            assertTrue(outcome instanceof Outcome.Accepted, outcome::toString);
            assertTrue(bench.parts.submitted.contains(EngineCommand.EMERGENCY_STOP));
            bench.await("an operator event", now -> now.newest()
                    .stream()
                    .anyMatch(event -> event.kind() == Event.Kind.OPERATOR && event.origin().equals(Origin.SCREEN)));
        }
    }

    @Test
    void the_local_socket_answers_status_and_commands_and_knows_who_asks() throws IOException {
        try (CoreBench bench = new CoreBench(home)) {
            bench.awaitHealthy();
            Path socket = home.resolve("state/control.sock");
            assertEquals("rw-rw----", PosixFilePermissions.toString(Files.getPosixFilePermissions(socket)));
            assertTrue(ask(socket, "{\"command\":\"status\"}").containsKey("generator_state"));
            assertEquals("there is no command fly", ask(socket, "{\"command\":\"fly\"}").get("error"));
            assertEquals("that is no JSON object", ask(socket, "hello").get("error"));
            assertTrue(ask(socket, "{\"command\":\"stop\"}").containsKey("accepted"));
            String user = System.getProperty("user.name", "");
            bench.await("an event of the user", now -> now.newest()
                    .stream()
                    .anyMatch(event -> event.origin().name().equals("cli " + user)));
        }
    }

    private static Map<String, @Nullable Object> ask(Path socket, String line) throws IOException {
        try (SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(socket));
                BufferedReader in = new BufferedReader(Channels.newReader(channel, StandardCharsets.UTF_8))) {
            channel.write(ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8)));
            return Json.readObject(in.readLine()).orElseThrow();
        }
    }

    @Test
    void snapshots_reach_subscribers_and_records() {
        try (CoreBench bench = new CoreBench(home)) {
            java.util.concurrent.CopyOnWriteArrayList<CoreSnapshot> seen = new java.util.concurrent.CopyOnWriteArrayList<>();
            var subscription = bench.core.subscribe(seen::add);
            bench.awaitHealthy();
            CoreBench.await(() -> seen.size() >= 3, () -> "three snapshots, but " + seen.size());
            subscription.close();
            CoreBench.await(() -> !bench.parts.snapshots.isEmpty(), () -> "snapshots in the records");
        }
    }

    @Test
    void a_failing_device_service_is_rebuilt() {
        try (CoreBench bench = new CoreBench(home)) {
            bench.awaitHealthy();
            bench.parts.inverter.set(PlantedParts.Manner.THROW);
            bench.await("device unhealthy", now -> now.services()
                    .stream()
                    .anyMatch(service -> service.name().equals("device") && service.restarts() >= 1));
            bench.parts.inverter.set(PlantedParts.Manner.LIVE);
            bench.awaitHealthy();
            assertTrue(bench.parts.inverterLives.get() >= 2);
        }
    }
}
