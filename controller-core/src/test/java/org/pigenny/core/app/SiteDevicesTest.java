// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.pigenny.core.api.CoreSnapshot;
import org.pigenny.core.json.Json;
import org.pigenny.core.model.DeviceReport;
import org.pigenny.core.model.Event;
import org.pigenny.core.model.LinkReport;
import org.pigenny.core.model.ServiceReport;
import org.pigenny.core.simulation.inverter.BatteryModel;
import org.pigenny.core.simulation.inverter.Charger;
import org.pigenny.core.simulation.inverter.House;
import org.pigenny.core.simulation.inverter.LinePace;
import org.pigenny.core.simulation.inverter.RegisterMap;
import org.pigenny.core.simulation.inverter.RtuSlave;
import org.pigenny.core.simulation.inverter.SimulatedLine;
import org.pigenny.core.simulation.inverter.SlaveManners;
import org.pigenny.core.simulation.inverter.TcpSlave;
import org.pigenny.core.time.ScaledTime;
import org.pigenny.core.time.SystemTime;

/**
 * Devices of the site in a running core, over a real serial line and real sockets: a solar inverter on TCP, and a meter on the
 * same RS-485 line as the battery inverter.
 */
@Timeout(90)
final class SiteDevicesTest {
    private static final int METER_SLAVE = 7;

    @TempDir
    private Path home;

    private final SystemTime time = new SystemTime();
    private final RegisterMap solar = new RegisterMap(5000, 5040).set(5001, 6000)
            .set(5031, 34)
            .writable(5007, value -> value)
            .writable(5008, value -> value);
    private final RegisterMap meter = meter();
    private final TcpSlave solarDevice;
    private final SimulatedLine line;
    private final RtuSlave battery;

    SiteDevicesTest() throws Exception {
        solarDevice = TcpSlave.start(SlaveManners.standard(1), solar);
        battery = new RtuSlave(SlaveManners.LUXPOWER,
                new BatteryModel(time, java.time.ZoneOffset.UTC, House.RECORDED, Charger.none(), 60));
        line = SimulatedLine.start(List.of(battery, new RtuSlave(SlaveManners.standard(METER_SLAVE), meter)),
                LinePace.none(time));
    }

    private static RegisterMap meter() {
        RegisterMap map = new RegisterMap(1000, 1070).setFloat(1000, 230.5f).setFloat(1032, 1415f);
        return map.setFloat(1066, 60f);
    }

    @AfterEach
    void close() {
        solarDevice.close();
        line.close();
    }

    private CoreBench bench() throws Exception {
        return bench(UnaryOperator.identity());
    }

    private CoreBench bench(UnaryOperator<CoreOptions> more) throws Exception {
        Path settings = Files.writeString(home.resolve("mine.toml"), """
                [inverter]
                port = "%1$s"

                [devices.pv_roof]
                name = "Solar roof"
                profile = "sungrow"
                host = "127.0.0.1"
                tcp_port = %2$d
                poll_interval_s = 0.1

                [devices.meter]
                profile = "meatrol_me431"
                connection = "serial"
                port = "%1$s"
                baud = 19200
                slave = 7
                timeout_s = 0.1
                retries = 0
                poll_interval_s = 0.1
                """.formatted(line.portPath(), solarDevice.port()));
        return new CoreBench(home, options -> more.apply(options.withParts(new RealParts())
                .withOverrides(overrides())
                .withSettingsFile(settings)));
    }

    private static Map<String, String> overrides() {
        Map<String, String> quick = new TreeMap<>(CoreBench.quick());
        quick.put("relay.host", "127.0.0.1");
        quick.put("relay.port", "9");
        return quick;
    }

    private static Optional<DeviceReport> device(CoreSnapshot now, String id) {
        return now.devices().stream().filter(device -> device.id().equals(id)).findFirst();
    }

    private static boolean online(CoreSnapshot now, String id) {
        return device(now, id).map(DeviceReport::online).orElse(false);
    }

    private static boolean allUp(CoreSnapshot now) {
        return online(now, "pv_roof") && online(now, "meter") && now.inverterLink().state() == LinkReport.State.UP
                && now.inverter().readings().size() > 10;
    }

    private static @Nullable Object at(Map<String, @Nullable Object> object, String... path) {
        Object here = object;
        for (String step : path) {
            here = here instanceof Map<?, ?> map ? map.get(step) : null;
        }
        return here;
    }

    private Map<String, @Nullable Object> file(String key) {
        try {
            Path path = home.resolve("state/" + key + ".json");
            return Files.exists(path) ? Json.readObject(Files.readString(path)).orElse(Map.of()) : Map.of();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void devices_of_the_settings_are_read_and_seen_everywhere_and_one_line_carries_two_of_them() throws Exception {
        try (CoreBench bench = bench()) {
            CoreSnapshot now = bench.await("all devices online", SiteDevicesTest::allUp);
            assertEquals(List.of("relay_server", "meter", "pv_roof"),
                    now.devices().stream().map(DeviceReport::id).toList());
            assertEquals(List.of("diesel_generator_controller", "load_meter", "inverter"),
                    now.devices().stream().map(DeviceReport::type).toList());
            Map<String, @Nullable Object> readings = bench.get("device", "/readings");
            assertEquals(3.4, at(readings, "devices", "pv_roof", "readings", "active_power", "value"));
            assertEquals(230.5, at(readings, "devices", "meter", "readings", "voltage_l1", "value"));
            assertEquals("kW", at(readings, "devices", "pv_roof", "readings", "active_power", "unit"));
            assertEquals(1.415, at(readings, "total_load_kw"), "a load meter measures the load");
            assertTrue(((Number) Objects.requireNonNull(at(readings, "total_solar_kw"))).doubleValue() >= 3.4);
            Map<String, @Nullable Object> status = bench.get("device", "/status");
            assertEquals("Solar roof", at(status, "pv_roof", "device_name"));
            assertEquals(true, at(status, "meter", "is_online"));
            assertEquals(false, at(status, "relay_server", "is_online"), "nobody serves relays here");
            Map<String, @Nullable Object> health = bench.get("device", "/health");
            assertEquals(4L, at(health, "devices", "total"));
            assertEquals(3L, at(health, "devices", "online"));
            assertEquals(true,
                    at(health, "connections", "tcp_connections", "127.0.0.1:" + solarDevice.port(), "connected"));
            assertEquals(1,
                    ((Map<?, ?>) Objects.requireNonNull(at(health, "connections", "serial_connections"))).size());
            CoreBench.await(() -> at(file("readings"), "devices", "pv_roof", "readings", "dc_voltage") != null,
                    () -> "pv_roof in readings.json: " + file("readings"));
            Map<String, @Nullable Object> stats = bench.get("logging", "/stats");
            for (String device : List.of("inverter", "relay_server", "meter", "pv_roof")) {
                for (String count : List.of("requests", "answers", "timeouts", "crc_errors", "stray_bytes", "echoes",
                        "foreign_frames", "rejected_values")) {
                    assertTrue(at(stats, "links", device, count) instanceof Long, device + " " + count);
                }
            }
        }
    }

    @Test
    void a_dead_device_goes_offline_with_its_readings_backs_off_and_comes_back_while_the_others_are_read_on()
            throws Exception {
        // Ten times as fast as real: the first back-off of five seconds is half a second.
        try (CoreBench bench = bench(
                options -> options.withPlantTime(new ScaledTime(time, 10, Instant.parse("2026-01-10T20:00:00Z"))))) {
            bench.await("all devices online", SiteDevicesTest::allUp);
            meter.alive(false);
            CoreSnapshot dead = bench.await("meter offline", now -> !online(now, "meter"));
            DeviceReport report = device(dead, "meter").orElseThrow();
            assertEquals(Map.of(), report.readings());
            assertTrue(report.nextTryNanos().isPresent() && report.offlineSinceNanos().isPresent());
            assertTrue(online(dead, "pv_roof"));
            Map<String, @Nullable Object> status = bench.get("device", "/status");
            assertEquals("no answer", at(status, "meter", "last_error"));
            assertTrue(((Number) Objects.requireNonNull(at(status, "meter", "next_try_in_s"))).doubleValue() <= 5);
            assertEquals(Map.of(), at(bench.get("device", "/readings"), "devices", "meter", "readings"));
            CoreBench.await(() -> file("device_offline_times").containsKey("meter"),
                    () -> "meter in " + file("device_offline_times"));
            long solarRequests = device(dead, "pv_roof").orElseThrow().link().requests();
            long inverterAnswers = dead.inverterLink().answers();
            bench.await("the others go on", now -> device(now, "pv_roof").orElseThrow()
                    .link()
                    .requests() > solarRequests + 20 && now.inverterLink().answers() > inverterAnswers);
            assertTrue(bench.core.snapshot()
                    .newest()
                    .stream()
                    .anyMatch(event -> event.kind() == Event.Kind.DEVICE
                            && event.text().key().equals("device.offline")));
            meter.alive(true);
            bench.await("meter back", now -> online(now, "meter"));
            assertEquals(ServiceReport.State.HEALTHY, bench.core.snapshot().services().get(2).state());
            assertEquals(0, bench.core.snapshot().services().get(2).restarts());
        }
    }

    @Test
    void a_write_is_verified_audited_said_and_shown_and_one_that_is_not_taken_is_told() throws Exception {
        try (CoreBench bench = bench()) {
            bench.await("all devices online", SiteDevicesTest::allUp);
            Map<String, @Nullable Object> done = ask("write pv_roof limit_enable=170 limit_pct=33.3");
            assertEquals(true, done.get("accepted"), done.toString());
            assertEquals(true, done.get("verified"));
            assertEquals(33.3, done.get("read_back_value"));
            assertEquals(0xAA, solar.value(5007));
            assertEquals(333, solar.value(5008));
            solar.writable(5008, value -> 600);
            Map<String, @Nullable Object> refused = ask("write pv_roof limit_pct=50");
            assertEquals(false, refused.get("accepted"));
            assertEquals("pv_roof did not take limit_pct = 50: it holds 60 (asked by local)",
                    String.valueOf(refused.get("text")).replaceAll("asked by [^)]*", "asked by local"));
            assertTrue(String.valueOf(ask("write nobody x=1").get("error")).contains("relay_server, meter, pv_roof"));
            assertTrue(ask("write relay_server relays=1").get("accepted") instanceof Boolean no && !no);
            assertTrue(ask("write pv_roof limit_pct").containsKey("error"));
            CoreBench.await(() -> String.valueOf(file("write_commands")).contains("nottaken"),
                    () -> "the writes in " + file("write_commands"));
            CoreBench.await(() -> audited("write pv_roof limit_enable=170 limit_pct=33.3"), () -> "an audit entry");
        }
    }

    private boolean audited(String what) {
        try {
            Path log = home.resolve("data/audit.jsonl");
            return Files.exists(log) && Files.readString(log).contains(what);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private Map<String, @Nullable Object> ask(String words) throws Exception {
        try (var socket = java.nio.channels.SocketChannel.open(
                java.net.UnixDomainSocketAddress.of(Home.under(home).socket()))) {
            socket.write(java.nio.ByteBuffer.wrap((Json.line(Json.object("command", words)) + "\n")
                    .getBytes(java.nio.charset.StandardCharsets.UTF_8)));
            var reader = new java.io.BufferedReader(java.nio.channels.Channels.newReader(socket,
                    java.nio.charset.StandardCharsets.UTF_8));
            return Json.readObject(Objects.requireNonNull(reader.readLine())).orElseThrow();
        }
    }

    @Test
    void a_search_for_the_inverter_borrows_the_line_from_both_devices_on_it_and_gives_it_back() throws Exception {
        try (CoreBench bench = bench()) {
            bench.await("all devices online", SiteDevicesTest::allUp);
            var found = bench.core.commissioning().orElseThrow().findInverter();
            assertTrue(found.toString().contains(line.portPath()), found.toString());
            assertTrue(found.heard().stream().noneMatch(message -> message.key().startsWith("serial.")),
                    found.toString());
            CoreSnapshot after = bench.core.snapshot();
            long inverter = after.inverterLink().answers();
            long meters = device(after, "meter").orElseThrow().link().answers();
            bench.await("both are read on", now -> now.inverterLink().answers() > inverter
                    && device(now, "meter").orElseThrow().link().answers() > meters && online(now, "meter"));
            assertEquals(0, bench.core.snapshot().services().get(2).restarts());
        }
    }

    @Test
    void a_change_of_the_devices_rebuilds_the_device_layer() throws Exception {
        try (CoreBench bench = bench()) {
            bench.await("all devices online", SiteDevicesTest::allUp);
            var outcome = bench.core.settings()
                    .change(Map.of("devices.pv_roof.name", "East roof", "devices.pv_roof.role", "none"),
                            org.pigenny.core.model.Origin.SCREEN);
            assertTrue(outcome instanceof org.pigenny.core.model.Outcome.Accepted, outcome.toString());
            bench.await("the new name", now -> device(now, "pv_roof").filter(d -> d.name().equals("East roof")
                    && d.online()).isPresent());
            CoreSnapshot now = bench.await("readings", seen -> device(seen, "pv_roof")
                    .filter(d -> d.readings().containsKey("active_power"))
                    .isPresent());
            assertEquals(Optional.empty(), Objects
                    .requireNonNull(device(now, "pv_roof").orElseThrow().readings().get("active_power"))
                    .role(),
                    "its power counts no more");
        }
    }
}
