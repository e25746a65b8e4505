// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pigenny.core.api.CoreSnapshot;
import org.pigenny.core.json.AtomicFile;
import org.pigenny.core.json.Json;
import org.pigenny.core.model.Quantity;
import org.pigenny.core.model.ServiceReport;
import org.pigenny.core.system.HostMetrics;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The fields of a heartbeat (site-controller.md 1.3), with safe mode. */
final class HeartbeatContent {
    private static final Logger LOG = LoggerFactory.getLogger(HeartbeatContent.class);

    private final CoreState state;
    private final HostMetrics metrics;
    private final String controllerId;

    HeartbeatContent(CoreState state, HostMetrics metrics, String controllerId) {
        this.state = state;
        this.metrics = metrics;
        this.controllerId = controllerId;
    }

    /** The one of this box, made once and kept. */
    static String controllerId(Path file) {
        try {
            if (Files.exists(file)) {
                return Files.readString(file).strip();
            }
            String made = UUID.randomUUID().toString();
            AtomicFile.write(file, made + "\n");
            return made;
        } catch (IOException e) {
            LOG.warn("[ERROR] The controller's identity {} cannot be kept: {}", file, e.toString());
            return "unknown";
        }
    }

    Map<String, @Nullable Object> make() {
        CoreSnapshot now = state.snapshot();
        Map<String, Double> host = metrics.latest();
        Map<String, @Nullable Object> services = new LinkedHashMap<>();
        for (ServiceReport service : now.services()) {
            services.put(service.name(), service.state().name().toLowerCase(Locale.ROOT));
        }
        Map<String, @Nullable Object> live = Json.object("total_load_kw",
                StateFiles.kilowatts(now, Quantity.LOAD_POWER), "solar_output_kw",
                StateFiles.kilowatts(now, Quantity.PV_POWER), "dg_power_kw", StateFiles.chargerKilowatts(now),
                "solar_limit_pct", null, "generator_state", now.control().state().name());
        return Json.object("controller_id", controllerId, "timestamp", now.wall(), "firmware_version",
                Versions.PROGRAM, "uptime_seconds", host.get("system_uptime_s"), "cpu_usage_pct",
                host.get("cpu_usage_pct"), "memory_usage_pct", host.get("memory_usage_pct"), "disk_usage_pct",
                host.get("disk_usage_pct"), "control_loop_status", controlStatus(now), "last_error", lastError(now),
                "active_alarms_count", now.control().alarms().size(), "safe_mode_active",
                now.safeMode().active(), "safe_mode_reason", now.safeMode().reason(), "safe_mode_triggered_by",
                now.safeMode().triggeredBy(), "site_id",
                now.settings().site().name(), "metadata",
                Json.object("controller_id", controllerId, "cpu_temp_celsius", host.get("cpu_temp_celsius"),
                        "config_version", state.settings.get().hash(), "services", services, "live_readings", live,
                        "heap_used_mb", host.get("heap_used_mb"), "heap_max_mb", host.get("heap_max_mb"), "threads",
                        host.get("threads"), "load_average", host.get("load_average")));
    }

    /** Independent of whether control itself can answer. */
    private String controlStatus(CoreSnapshot now) {
        if (state.causes.has(Causes.SETTINGS_REFUSED)) {
            return "config_error";
        }
        return now.services()
                .stream()
                .filter(service -> service.name().equals("control"))
                .findFirst()
                .map(service -> switch (service.state()) {
                    case HEALTHY -> "running";
                    case UNHEALTHY -> "error";
                    case STARTING -> "unknown";
                    case STOPPED -> "stopped";
                })
                .orElse("unknown");
    }

    private static @Nullable Object lastError(CoreSnapshot now) {
        return now.services()
                .stream()
                .filter(service -> service.state() == ServiceReport.State.UNHEALTHY)
                .flatMap(service -> service.lastError().stream().map(error -> service.name() + ": " + error))
                .findFirst()
                .orElse(null);
    }
}
