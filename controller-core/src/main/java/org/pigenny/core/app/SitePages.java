// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.app;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.pigenny.core.api.CoreSnapshot;
import org.pigenny.core.json.Json;
import org.pigenny.core.model.DeviceReport;
import org.pigenny.core.model.LinkReport;

/** What the state files and pages say of the devices of the site (site-controller.md 1.2 and 1.5). */
final class SitePages {
    private SitePages() {}

    /** Those that are not shown by a table of their own, as inverter and relay server are. */
    static List<DeviceReport> others(CoreSnapshot now) {
        return now.devices().stream().filter(device -> !device.id().equals(StateFiles.RELAY_SERVER)).toList();
    }

    static Map<String, @Nullable Object> readings(CoreSnapshot now, DeviceReport device) {
        Map<String, @Nullable Object> readings = new LinkedHashMap<>();
        device.readings()
                .entrySet()
                .stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(entry -> readings.put(entry.getKey(), Json.object("value", entry.getValue().value(), "unit",
                        entry.getValue().unit(), "timestamp", at(now, entry.getValue().takenAtNanos()))));
        return readings;
    }

    static Map<String, @Nullable Object> status(CoreSnapshot now, DeviceReport device) {
        Map<String, @Nullable Object> status = Json.object("device_id", device.id(), "device_name", device.name(),
                "device_type", device.type(), "is_online", device.online(), "last_seen",
                at(now, device.lastSeenNanos()), "last_error",
                device.lastError().map(Words::english).orElse(null), "offline_since",
                at(now, device.offlineSinceNanos()), "next_try_in_s", seconds(now, device.nextTryNanos()));
        status.putAll(counts(device.link()));
        return status;
    }

    /** The counts of a link. */
    static Map<String, @Nullable Object> counts(LinkReport link) {
        LinkReport.Dropped dropped = link.dropped();
        return Json.object("requests", link.requests(), "answers", link.answers(), "timeouts", link.timeouts(),
                "crc_errors", link.crcErrors(), "stray_bytes", dropped.strayBytes(), "echoes", dropped.echoes(),
                "foreign_frames", dropped.foreignFrames(), "rejected_values", dropped.rejectedValues(),
                "round_trip_ms", link.roundTripMillis().isPresent() ? link.roundTripMillis().getAsDouble() : null);
    }

    /** Counts of every link, by device. */
    static Map<String, @Nullable Object> links(CoreSnapshot now) {
        Map<String, @Nullable Object> links = Json.object(StateFiles.INVERTER, counts(now.inverterLink()),
                StateFiles.RELAY_SERVER, counts(now.relayLink()));
        others(now).forEach(device -> links.put(device.id(), counts(device.link())));
        return links;
    }

    /** Registers that keep failing while their device lives (site-controller.md 1.2, register_errors). */
    static Map<String, @Nullable Object> registerErrors(CoreSnapshot now) {
        Map<String, @Nullable Object> errors = new LinkedHashMap<>();
        for (DeviceReport device : others(now)) {
            if (!device.standingFaults().isEmpty()) {
                String last = device.lastError().map(Words::english).orElse("");
                errors.put(device.id(), Json.object("device_name", device.name(), "failed_registers",
                        device.standingFaults()
                                .entrySet()
                                .stream()
                                .sorted(Map.Entry.comparingByKey())
                                .map(fault -> Json.object("name", fault.getKey(), "failures", fault.getValue(),
                                        "last_error", last))
                                .toList(),
                        "updated_at", now.wall()));
            }
        }
        return errors;
    }

    /** Since when each silent device is, by its id (site-controller.md 1.2, device_offline_times). */
    static Map<String, @Nullable Object> offlineTimes(CoreSnapshot now) {
        Map<String, @Nullable Object> times = new LinkedHashMap<>();
        if (now.inverterLink().state() == LinkReport.State.DOWN) {
            times.put(StateFiles.INVERTER, at(now, now.inverterLink().sinceNanos()));
        }
        now.devices()
                .stream()
                .filter(device -> device.offlineSinceNanos().isPresent())
                .forEach(device -> times.put(device.id(), at(now, device.offlineSinceNanos())));
        return times;
    }

    /** Sum over the devices that are online, kW; empty when none has that role. */
    static OptionalDouble sum(CoreSnapshot now, String role) {
        List<Double> values = now.devices()
                .stream()
                .filter(DeviceReport::online)
                .flatMap(device -> device.readings().values().stream())
                .filter(value -> value.role().filter(role::equals).isPresent())
                .map(value -> value.unit().equals("W") ? value.value() / 1000 : value.value())
                .toList();
        return values.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(values.stream().mapToDouble(Double::doubleValue).sum());
    }

    private static @Nullable Object seconds(CoreSnapshot now, OptionalLong nanos) {
        return nanos.isPresent()
                ? Duration.ofNanos(Math.max(0, nanos.getAsLong() - now.nanos())).toMillis() / 1000.0
                : null;
    }

    private static @Nullable Instant at(CoreSnapshot now, OptionalLong nanos) {
        return nanos.isPresent() ? at(now, nanos.getAsLong()) : null;
    }

    static Instant at(CoreSnapshot now, long nanos) {
        return now.wall().minus(Duration.ofNanos(Math.max(0, now.nanos() - nanos)));
    }
}
