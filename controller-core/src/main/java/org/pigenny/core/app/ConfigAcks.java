// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.app;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pigenny.core.json.Json;
import org.pigenny.core.time.TimeSource;

/** The three acknowledgements of a settings change (site-controller.md 1.2): device, control and logging took it. */
final class ConfigAcks {
    static final List<String> WANTED = List.of("device", "control", "logging");

    private final TimeSource real;
    private final List<String> acknowledgedBy = new ArrayList<>();
    private boolean changed;
    private String version;
    private Optional<Instant> changedAt = Optional.empty();
    private Optional<Instant> acknowledgedAt = Optional.empty();
    private long changedNanos;

    ConfigAcks(String version, TimeSource real) {
        this.version = version;
        this.real = real;
    }

    synchronized void notifyChange(String next) {
        changed = true;
        version = next;
        changedAt = Optional.of(real.wall());
        changedNanos = real.nanos();
        acknowledgedBy.clear();
    }

    synchronized void acknowledge(String service) {
        if (!changed || acknowledgedBy.contains(service)) {
            return;
        }
        acknowledgedBy.add(service);
        if (acknowledgedBy.containsAll(WANTED)) {
            changed = false;
            acknowledgedBy.clear();
            acknowledgedAt = Optional.of(real.wall());
        }
    }

    /** Who has not taken a change that is older than this; empty when all have. */
    synchronized List<String> missingAfter(Duration limit) {
        return changed && real.nanos() - changedNanos > limit.toNanos()
                ? WANTED.stream().filter(service -> !acknowledgedBy.contains(service)).toList()
                : List.of();
    }

    synchronized Map<String, @Nullable Object> toJson() {
        return Json.object("config_changed", changed, "version", version, "changed_at", changedAt, "acknowledged_by",
                List.copyOf(acknowledgedBy), "acknowledged_at", acknowledgedAt);
    }
}
