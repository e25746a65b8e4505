// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.app;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pigenny.core.api.CoreSnapshot;
import org.pigenny.core.config.Effective;
import org.pigenny.core.json.Json;
import org.pigenny.core.model.SafeMode;
import org.pigenny.core.model.ServiceReport;
import org.pigenny.core.state.SharedState;
import org.pigenny.core.state.StateMirror;
import org.pigenny.core.time.TimeSource;

/** The state files that follow the snapshot, each with its one writer. */
final class Mirrored {
    private final StateMirror mirror;
    private final TimeSource real;
    private final long startedNanos;
    private final SharedState.Slot readings;
    private final SharedState.Slot control;
    private final SharedState.Slot health;
    private final SharedState.Slot safeMode;
    private final SharedState.Slot alarms;
    private final SharedState.Slot config;
    private final SharedState.Slot configStatus;
    private final SharedState.Slot heartbeatSlot;
    private final SharedState.Slot writeCommands;
    private final SharedState.Slot registerErrors;
    private final SharedState.Slot offlineTimes;
    private @Nullable Effective mirroredSettings;

    Mirrored(SharedState files, StateMirror mirror, TimeSource real) {
        this.mirror = mirror;
        this.real = real;
        startedNanos = real.nanos();
        readings = files.claim("readings", "device");
        control = files.claim("control_state", "control");
        health = files.claim("service_health", "system");
        safeMode = files.claim("safe_mode_state", "control");
        alarms = files.claim("active_alarms", "control");
        heartbeatSlot = files.claim("heartbeat", "system");
        writeCommands = files.claim("write_commands", "control");
        registerErrors = files.claim("register_errors", "device");
        offlineTimes = files.claim("device_offline_times", "device");
        config = files.claim("config", "config");
        configStatus = files.claim("config_status", "config");
    }

    void offer(CoreSnapshot now, Effective settings, Map<String, @Nullable Object> acknowledgements,
            List<Map<String, @Nullable Object>> commands, Map<String, @Nullable Object> heartbeat) {
        mirror.offer(configStatus, () -> acknowledgements);
        if (!settings.equals(mirroredSettings)) {
            mirroredSettings = settings;
            mirror.offer(config, () -> config(settings));
        }
        mirror.offer(readings, () -> StateFiles.readings(now));
        mirror.offer(control, () -> StateFiles.control(now));
        mirror.offer(health, () -> health(now));
        mirror.offer(alarms, () -> Json.object("alarms", StateFiles.alarms(now)));
        mirror.offer(safeMode, () -> safeMode(now));
        mirror.offer(registerErrors, () -> SitePages.registerErrors(now));
        mirror.offer(offlineTimes, () -> SitePages.offlineTimes(now));
        mirror.offer(heartbeatSlot, () -> heartbeat);
        mirror.offer(writeCommands, () -> Json.object("commands", commands));
    }

    private static Map<String, @Nullable Object> safeMode(CoreSnapshot now) {
        SafeMode mode = now.safeMode();
        return Json.object("active", mode.active(), "triggered_at", mode.triggeredAt(), "trigger_reason", mode.reason(),
                "trigger_service", mode.triggeredBy(), "power_limit_kw", now.settings().safeMode().powerLimitKw());
    }

    private Map<String, @Nullable Object> config(Effective settings) {
        Map<String, @Nullable Object> file = new LinkedHashMap<>();
        settings.values().forEach((key, value) -> file.put(key, value.text()));
        return Json.object("version", settings.hash(), "operation_mode", settings.settings().site().operationMode(),
                "values", file, "_cached_at", real.wall());
    }

    private Map<String, @Nullable Object> health(CoreSnapshot now) {
        Map<String, @Nullable Object> file = new LinkedHashMap<>();
        Map<String, @Nullable Object> brief = new LinkedHashMap<>();
        for (ServiceReport service : now.services()) {
            boolean healthy = service.state() == ServiceReport.State.HEALTHY;
            long uptime = Math.max(0, Duration.between(service.startedAt(), real.wall()).toSeconds());
            file.put(service.name(), Json.object("status", service.state().name().toLowerCase(Locale.ROOT),
                    "is_healthy", healthy, "started_at", service.startedAt(), "uptime_seconds", uptime, "last_error",
                    service.lastError(), "restart_count", service.restarts(), "port", service.port()));
            brief.put(service.name(), Json.object("status", healthy ? "running" : "unhealthy", "pid",
                    ProcessHandle.current().pid(), "restart_count", service.restarts()));
        }
        file.put("supervisor", supervisor(now, brief));
        return file;
    }

    private Map<String, @Nullable Object> supervisor(CoreSnapshot now,
            Map<String, @Nullable Object> services) {
        boolean all = now.services().stream().allMatch(s -> s.state() == ServiceReport.State.HEALTHY);
        boolean critical = now.services()
                .stream()
                .allMatch(s -> !s.critical() || s.state() == ServiceReport.State.HEALTHY);
        long uptime = Duration.ofNanos(real.nanos() - startedNanos).toSeconds();
        return Json.object("status", critical ? "healthy" : "degraded", "is_healthy", all, "safe_mode_active",
                now.safeMode().bySupervisor(), "uptime_seconds", uptime, "services", services, "timestamp",
                real.wall());
    }
}
