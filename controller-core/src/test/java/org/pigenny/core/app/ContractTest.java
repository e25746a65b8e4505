// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pigenny.core.json.Json;
import org.pigenny.core.model.EnginePhase;
import org.pigenny.core.model.LinkReport;
import org.pigenny.core.model.settings.HealthSettings;
import org.pigenny.core.model.settings.LoggingSettings;
import org.pigenny.core.time.TimeSource;

/**
 * The interfaces of the site controller as tables (site-controller.md 1.2 to 1.7): pages of the health ports, state files,
 * heartbeat, and the diagnostic commands as a person types them, all asked of a running core.
 */
final class ContractTest {
    private static final List<String> SERVICES = List.of("system", "config", "device", "control", "logging");
    private static final String ALWAYS = "status service uptime timestamp ";
    private static final String CONTROL_STATE = "timestamp total_load_kw solar_output_kw dg_power_kw gg_power_kw "
            + "generator_power_kw dg_reserve_kw load_source available_headroom_kw solar_capacity_kw solar_limit_pct "
            + "solar_limit_kw ramp_limited safe_mode_active safe_mode_reason config_mode operation_mode "
            + "load_meters_online inverters_online generators_online reactive_power_enabled reactive_power_mode "
            + "reactive_power_kvar site_power_factor site_reactive_kvar inverter_q_max_kvar execution_time_ms "
            + "write_success write_error";

    /** Service, page, and the fields that are there; a dot goes into an object, * into every object of one. */
    private static final List<List<String>> PAGES = List.of(
            List.of("system", "/health", ALWAYS + "components.heartbeat components.health_monitor "
                    + "components.ota_updater components.reboot_handler consecutive_heartbeat_failures"),
            List.of("config", "/health", ALWAYS + "config_version site_id sync_interval_s last_sync_time"),
            List.of("device", "/health", ALWAYS + "devices.total devices.online devices.offline "
                    + "connections.total_connections connections.tcp_connections.*.use_count "
                    + "connections.tcp_connections.*.connected connections.tcp_connections.*.last_used "
                    + "connections.serial_connections.*.use_count connections.serial_connections.*.last_used "
                    + "connections.serial_connections.*.port connections.serial_connections.*.baudrate"),
            List.of("device", "/readings", "timestamp devices.inverter.readings.*.value "
                    + "devices.inverter.readings.*.timestamp devices.relay_server.readings.*.value "
                    + "devices.controller.readings.*.value devices.controller.readings.*.unit status.*.is_online "
                    + "status.*.last_seen status.*.last_error total_solar_kw total_load_kw total_dg_kw"),
            List.of("device", "/status", "*.device_id *.device_name *.device_type *.is_online *.last_seen "
                    + "*.last_error"),
            List.of("control", "/health", ALWAYS + "operation_mode safe_mode_active solar_limit_pct "
                    + "control_interval_ms execution_time_ms"),
            List.of("control", "/state", CONTROL_STATE), List.of("logging", "/health", ALWAYS),
            List.of("logging", "/stats", "database.total_device_readings database.unsynced_device_readings "
                    + "database.unsynced_alarms database.unsynced_control_logs database.db_size_bytes "
                    + "cloud_sync.last_sync cloud_sync.total_synced cloud_sync.error_count "
                    + "cloud_sync.empty_batch_count cloud_sync.duplicate_count cloud_sync.last_successful_sync "
                    + "cloud_sync.consecutive_failures cloud_sync.offline_seconds cloud_sync.cloud_alarm_raised "
                    + "cloud_error_count active_alarms buffer.readings_count buffer.memory_kb timing.last_flush "
                    + "timing.last_cloud_sync timing.intervals timing.sample_drift_ms timing.flush_drift_ms schedulers "
                    + "errors"),
            List.of("logging", "/debug", "register_frequencies downsample_results diagnostics.config_hash "
                    + "diagnostics.config_last_change diagnostics.devices_by_type diagnostics.buffer_current "
                    + "diagnostics.buffer_peak_24h"));

    private static final Map<String, String> FILES = Map.ofEntries(
            Map.entry("readings", "timestamp devices status total_solar_kw total_load_kw total_dg_kw"),
            Map.entry("config", "version operation_mode values _cached_at"),
            Map.entry("config_status", "config_changed version changed_at acknowledged_by acknowledged_at"),
            Map.entry("control_state", CONTROL_STATE),
            Map.entry("service_health", "system.status system.is_healthy system.started_at system.updated_at "
                    + "system.uptime_seconds system.last_error system.restart_count supervisor.status "
                    + "supervisor.is_healthy supervisor.safe_mode_active supervisor.uptime_seconds "
                    + "supervisor.services.*.status supervisor.services.*.pid supervisor.services.*.restart_count "
                    + "supervisor.timestamp logging.status"),
            Map.entry("safe_mode_state", "active triggered_at trigger_reason trigger_service"),
            Map.entry("device_offline_times", ""), Map.entry("write_commands", "commands"),
            Map.entry("register_errors", ""), Map.entry("active_alarms", "alarms"),
            Map.entry("heartbeat", "age_s consecutive_failures"));

    private static final String HEARTBEAT = "controller_id firmware_version uptime_seconds cpu_usage_pct "
            + "memory_usage_pct disk_usage_pct control_loop_status last_error active_alarms_count safe_mode_active "
            + "site_id metadata.controller_id metadata.cpu_temp_celsius metadata.config_version "
            + "metadata.services.system metadata.services.config metadata.services.device metadata.services.control "
            + "metadata.services.logging metadata.live_readings.total_load_kw metadata.live_readings.solar_output_kw "
            + "metadata.live_readings.dg_power_kw metadata.live_readings.solar_limit_pct metadata.heap_used_mb "
            + "metadata.heap_max_mb metadata.threads metadata.load_average";

    @TempDir
    Path home;

    /** Planted devices, and the real records. */
    private static final class RecordingParts implements Parts {
        final PlantedParts planted = new PlantedParts();

        @Override
        public org.pigenny.core.model.Loop inverter(org.pigenny.core.model.settings.InverterSettings settings,
                java.time.Duration pollInterval, TimeSource plant, TimeSource real,
                java.util.function.Consumer<org.pigenny.core.model.InverterReport> reports,
                java.util.function.Consumer<LinkReport> links, org.pigenny.core.model.EventSink events) {
            return planted.inverter(settings, pollInterval, plant, real, reports, links, events);
        }

        @Override
        public Relay relay(org.pigenny.core.model.settings.RelaySettings settings, TimeSource plant, TimeSource real,
                java.util.function.Consumer<org.pigenny.core.model.EngineReport> reports,
                java.util.function.Consumer<LinkReport> links,
                java.util.function.Consumer<org.pigenny.core.model.EngineAnswer> answers,
                org.pigenny.core.model.EventSink events) {
            return planted.relay(settings, plant, real, reports, links, answers, events);
        }

        @Override
        public Log log(Path database, LoggingSettings settings, TimeSource plant) {
            return new RealParts().log(database, settings, plant);
        }
    }

    private CoreBench bench() {
        RecordingParts parts = new RecordingParts();
        CoreBench bench = new CoreBench(home, options -> options.withParts(parts));
        bench.awaitHealthy();
        parts.planted.devices().inverterLink(LinkReport.State.UP);
        parts.planted.devices().relayLink(LinkReport.State.UP);
        parts.planted.devices().readings(55, 1200, 300);
        parts.planted.engine(EnginePhase.OFF);
        bench.await("readings", now -> now.engine().isPresent() && !now.inverter().readings().isEmpty());
        return bench;
    }

    @Test
    void every_page_of_the_five_ports_has_its_fields() throws Exception {
        assertEquals(List.of(8081, 8082, 8083, 8084, 8085), HealthSettings.defaults().ports());
        try (CoreBench bench = bench()) {
            CoreBench.await(() -> database(bench).contains("total_device_readings"), () -> database(bench));
            for (List<String> page : PAGES) {
                assertFields(page.get(0) + page.get(1), bench.get(page.get(0), page.get(1)), page.get(2));
            }
            for (String service : SERVICES) {
                assertEquals("healthy", bench.get(service, "/health").get("status"));
                assertEquals(service, bench.get(service, "/health").get("service"));
            }
            Map<String, @Nullable Object> sync = Json.readObject(bench.http("config", "/sync", "POST").body())
                    .orElseThrow();
            assertEquals(Set.of("success", "config_version"), sync.keySet());
            assertEquals(true, sync.get("success"));
        }
    }

    private static String database(CoreBench bench) {
        return CoreBench.said(() -> String.valueOf(bench.get("logging", "/stats").get("database")));
    }

    @Test
    void every_state_file_has_its_fields_and_each_diagnostic_command_works_as_it_is_typed() throws Exception {
        try (CoreBench bench = bench()) {
            for (Map.Entry<String, String> file : FILES.entrySet()) {
                Path path = home.resolve("state/" + file.getKey() + ".json");
                CoreBench.await(() -> missing(read(path), file.getValue() + " _updated_at").isEmpty(),
                        () -> file.getKey() + " with " + missing(read(path), file.getValue()) + ": " + read(path));
            }
            CoreBench.await(() -> read(home.resolve("state/readings.json")).toString().contains("1.2"),
                    () -> "the load in " + read(home.resolve("state/readings.json")));
            commands(bench);
        }
    }

    /** docs/services.md has the same lines with the paths and ports of an appliance. */
    private void commands(CoreBench bench) throws IOException, InterruptedException {
        String state = shell("cat " + home.resolve("state/control_state.json"));
        assertTrue(Json.readObject(state).orElseThrow().containsKey("execution_time_ms"), state);
        Assumptions.assumeTrue(Files.isExecutable(Path.of("/usr/bin/curl")), "there is no curl here");
        String health = shell("curl -s http://127.0.0.1:" + bench.port("control") + "/health");
        assertEquals("healthy", Json.readObject(health).orElseThrow().get("status"));
        Assumptions.assumeTrue(Files.isExecutable(Path.of("/usr/bin/sqlite3")), "there is no sqlite3 here");
        for (String table : List.of("device_readings", "alarms", "control_logs")) {
            String rows = shell("sqlite3 " + home.resolve("data/controller.db") + " \"SELECT COUNT(*) FROM " + table
                    + " WHERE synced_at IS NULL\"");
            assertTrue(rows.strip().matches("\\d+"), table + ": " + rows);
        }
    }

    private static String shell(String command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder("/bin/sh", "-c", command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(process.waitFor(20, TimeUnit.SECONDS), command);
        assertEquals(0, process.exitValue(), command + ": " + said);
        return said;
    }

    @Test
    void the_heartbeat_has_every_field() {
        try (CoreBench bench = bench()) {
            Path file = home.resolve("logs/heartbeat.jsonl");
            bench.core.snapshot();
            CoreBench.await(() -> !lines(file).isEmpty(), file::toString);
            Map<String, @Nullable Object> beat = Json.readObject(lines(file).getLast()).orElseThrow();
            assertFields("heartbeat", beat, HEARTBEAT);
        }
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            return List.of();
        }
    }

    private static Map<String, @Nullable Object> read(Path file) {
        try {
            return Json.readObject(Files.readString(file)).orElse(Map.of());
        } catch (IOException e) {
            return Map.of();
        }
    }

    private static void assertFields(String what, Map<String, @Nullable Object> object, String fields) {
        assertEquals(Set.of(), missing(object, fields), () -> what + ": " + object);
    }

    private static Set<String> missing(Map<String, @Nullable Object> object, String fields) {
        Set<String> missing = new TreeSet<>();
        for (String field : fields.strip().split("\\s+")) {
            if (!field.isEmpty() && !has(object, new ArrayList<>(List.of(field.split("\\."))))) {
                missing.add(field);
            }
        }
        return missing;
    }

    private static boolean has(@Nullable Object object, List<String> path) {
        if (path.isEmpty()) {
            return true;
        }
        if (!(object instanceof Map<?, ?> fields)) {
            return false;
        }
        List<String> rest = path.subList(1, path.size());
        if (path.getFirst().equals("*")) {
            return !fields.isEmpty() && fields.values().stream().allMatch(value -> has(value, rest));
        }
        return fields.containsKey(path.getFirst()) && has(fields.get(path.getFirst()), rest);
    }
}
