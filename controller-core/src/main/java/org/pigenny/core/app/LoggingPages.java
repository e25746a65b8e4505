// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.app;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.pigenny.core.json.Json;
import org.pigenny.core.system.ScheduledLoop;

/** `/stats` and `/debug` of logging (site-controller.md 1.7): what the records count, and what they cannot know. */
final class LoggingPages {
    /** Of the records' own samples and flushes, s; docs/records.md. */
    private static final int SAMPLE_S = 10;
    private static final int FLUSH_S = 60;

    private final CoreState state;
    private final Supplier<Map<String, @Nullable Object>> configStatus;
    private final List<ScheduledLoop> schedulers = new CopyOnWriteArrayList<>();

    LoggingPages(CoreState state, Supplier<Map<String, @Nullable Object>> configStatus) {
        this.state = state;
        this.configStatus = configStatus;
    }

    /** The schedulers of the life that begins. */
    void schedulers(List<ScheduledLoop> now) {
        schedulers.clear();
        schedulers.addAll(now);
    }

    Map<String, @Nullable Object> stats() {
        Map<String, @Nullable Object> stats = new LinkedHashMap<>(state.log.stats());
        Map<String, @Nullable Object> timing = part(stats, "timing");
        timing.put("last_cloud_sync", null);
        timing.put("intervals", Json.object("sample_s", SAMPLE_S, "flush_s", FLUSH_S, "cloud_sync_s", null));
        stats.put("timing", timing);
        stats.put("cloud_sync", noCloud());
        stats.put("cloud_error_count", 0);
        stats.put("schedulers", schedulers.stream().map(ScheduledLoop::stats).toList());
        stats.put("links", SitePages.links(state.snapshot()));
        return stats;
    }

    /** There is no cloud to send to: everything waits, nothing failed. */
    private static Map<String, @Nullable Object> noCloud() {
        return Json.object("configured", false, "last_sync", null, "total_synced", 0, "error_count", 0,
                "empty_batch_count", 0, "duplicate_count", 0, "backfill_phase", "normal", "last_successful_sync", null,
                "consecutive_failures", 0, "offline_seconds", null, "cloud_alarm_raised", false);
    }

    Map<String, @Nullable Object> debug() {
        Map<String, @Nullable Object> debug = new LinkedHashMap<>(state.log.debug());
        Map<String, @Nullable Object> diagnostics = part(debug, "diagnostics");
        diagnostics.putAll(Json.object("config_hash", state.settings.get().hash(), "config_last_change",
                configStatus.get().get("changed_at"), "devices_by_type", devices()));
        debug.put("diagnostics", diagnostics);
        debug.put("register_frequencies", Json.object(StateFiles.INVERTER,
                state.settings().generator().pollInterval().toMillis() / 1000.0));
        debug.put("downsample_results", Json.object());
        return debug;
    }

    private Map<String, @Nullable Object> devices() {
        List<String> types = new ArrayList<>(List.of("inverter"));
        state.site.reports().forEach(device -> types.add(device.type()));
        Map<String, @Nullable Object> counts = new TreeMap<>();
        types.forEach(type -> counts.put(type, types.stream().filter(type::equals).count()));
        return counts;
    }

    private static Map<String, @Nullable Object> part(Map<String, @Nullable Object> whole, String name) {
        Map<String, @Nullable Object> part = new LinkedHashMap<>();
        if (whole.get(name) instanceof Map<?, ?> known) {
            known.forEach((key, value) -> part.put(String.valueOf(key), value));
        }
        return part;
    }
}
