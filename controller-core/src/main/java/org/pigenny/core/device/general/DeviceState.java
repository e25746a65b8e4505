// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.device.general;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.pigenny.core.device.profile.Profile;
import org.pigenny.core.model.DeviceReport;
import org.pigenny.core.model.DeviceReport.Value;
import org.pigenny.core.model.LinkReport;
import org.pigenny.core.model.Message;
import org.pigenny.core.time.Backoff;

/**
 * What is known of a device now. Three failed polls in a row and it is offline; a poll counts once, however many registers
 * it asked for. Nothing that could not be read stays: a gap is a gap.
 */
final class DeviceState {
    private static final int OFFLINE_AFTER = 3;
    /** Failures of one register in a row that make it a standing fault. */
    private static final int STANDING_AFTER = 20;

    /** An offline device is tried again after 5, 10, 20, 40, then every 60 s, until it answers. */
    private static final Duration FIRST_WAIT = Duration.ofSeconds(5);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(60);

    private final DeviceSettings settings;
    private final Profile profile;
    private final Map<String, Value> readings = new HashMap<>();
    private final Map<String, Integer> registerFailures = new HashMap<>();
    private final Backoff backoff = new Backoff(FIRST_WAIT, LONGEST_WAIT);
    private int failures;
    private OptionalLong lastSeen = OptionalLong.empty();
    private OptionalLong failingSince = OptionalLong.empty();
    private Optional<Message> lastError = Optional.empty();
    private long dueAt;

    DeviceState(DeviceSettings settings, Profile profile, long nowNanos) {
        this.settings = settings;
        this.profile = profile;
        this.dueAt = nowNanos;
    }

    void read(String key, Value value) {
        readings.put(key, value);
        registerFailures.remove(key);
    }

    /** One register failed, the device lives. */
    void lost(String key, Message why) {
        readings.remove(key);
        registerFailures.merge(key, 1, Integer::sum);
        lastError = Optional.of(why);
    }

    void beginPoll() {
        lastError = Optional.empty();
    }

    void succeeded(long nowNanos) {
        failures = 0;
        lastSeen = OptionalLong.of(nowNanos);
        failingSince = OptionalLong.empty();
        backoff.succeeded();
        dueAt = nextRegular(nowNanos);
    }

    private long nextRegular(long nowNanos) {
        return Math.max(nowNanos, dueAt + settings.interval().toNanos());
    }

    /** The whole device could not be reached. */
    void failed(long nowNanos, Message why) {
        readings.clear();
        lastError = Optional.of(why);
        failures++;
        if (failingSince.isEmpty()) {
            failingSince = OptionalLong.of(nowNanos);
        }
        dueAt = online() ? nextRegular(nowNanos) : nowNanos + backoff.failed().toNanos();
    }

    boolean online() {
        return failures < OFFLINE_AFTER;
    }

    long dueAt() {
        return dueAt;
    }

    /** Registers that have failed twenty times in a row, with their count. */
    private Map<String, Integer> standingFaults() {
        Map<String, Integer> standing = new HashMap<>(registerFailures);
        standing.values().removeIf(count -> count < STANDING_AFTER);
        return standing;
    }

    DeviceReport report(LinkReport link) {
        return new DeviceReport(settings.id(), settings.name(), profile.kind(), online() && lastSeen.isPresent(),
                readings, lastSeen, online() ? OptionalLong.empty() : failingSince, lastError, link,
                online() ? OptionalLong.empty() : OptionalLong.of(dueAt), standingFaults());
    }
}
