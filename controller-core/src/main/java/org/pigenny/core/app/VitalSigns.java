// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.app;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pigenny.core.json.Json;
import org.pigenny.core.system.FileSink;
import org.pigenny.core.system.Heartbeat;
import org.pigenny.core.system.HeartbeatSink;
import org.pigenny.core.system.HostMetrics;
import org.pigenny.core.system.QueuedSink;
import org.pigenny.core.system.ScheduledLoop;
import org.pigenny.core.time.TimeSource;

/** What tells others that this core lives, and how its computer does: the heartbeat, its file, the metrics. */
final class VitalSigns {
    private static final Duration METRICS_INTERVAL = Duration.ofSeconds(10);

    private final CoreState state;
    private final TimeSource real;
    private final HostMetrics metrics;
    private final Heartbeat heartbeat;
    private final QueuedSink file;

    VitalSigns(CoreState state, Home home, TimeSource real) {
        this.state = state;
        this.real = real;
        metrics = new HostMetrics(home.data());
        file = new QueuedSink(new FileSink(home.logs().resolve("heartbeat.jsonl")));
        HeartbeatContent content = new HeartbeatContent(state, metrics,
                HeartbeatContent.controllerId(home.data().resolve("controller_id")));
        heartbeat = new Heartbeat(this::sinks, content::make, () -> state.settings().heartbeat().interval(), real);
        state.safeMode.mode().subscribe(mode -> heartbeat.sendSoon());
        state.deviceSafeMode.subscribe(mode -> heartbeat.sendSoon());
    }

    private List<HeartbeatSink> sinks() {
        return state.settings().heartbeat().toFile()
                ? List.of(file)
                : List.of();
    }

    Heartbeat heartbeat() {
        return heartbeat;
    }

    /** Written by a loop of its own, so that no heartbeat waits for a disk. */
    QueuedSink file() {
        return file;
    }

    ScheduledLoop metricsLoop() {
        return new ScheduledLoop("metrics", METRICS_INTERVAL, new MetricsTask(metrics, heartbeat, state.log), real);
    }

    /** For the state file of the heartbeat. */
    Map<String, @Nullable Object> age() {
        return Json.object("age_s", seconds(), "consecutive_failures", heartbeat.consecutiveFailures());
    }

    private @Nullable Object seconds() {
        return heartbeat.ageSeconds().isPresent() ? heartbeat.ageSeconds().getAsLong() : null;
    }

    /** For the health port of the system service. */
    Map<String, @Nullable Object> details() {
        Map<String, @Nullable Object> details = Json.object("components",
                Json.object("heartbeat", "running", "health_monitor", "running", "ota_updater", "stopped",
                        "reboot_handler", "running"),
                "consecutive_heartbeat_failures", heartbeat.consecutiveFailures(), "heartbeat_age_s", seconds());
        // Of the host (site-controller.md 1.3), as soon as it is known.
        Double host = metrics.latest().get("system_uptime_s");
        if (host != null) {
            details.put("uptime", host.longValue());
        }
        return details;
    }
}
