// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.app;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.pigenny.core.api.CoreSnapshot;
import org.pigenny.core.json.Json;
import org.pigenny.core.model.ControlReport;
import org.pigenny.core.model.EngineReport;
import org.pigenny.core.model.LinkReport;
import org.pigenny.core.model.Quantity;
import org.pigenny.core.model.Reading;

/** What the state files and the pages of the health ports say (site-controller.md 1.2), made from one snapshot. */
final class StateFiles {
    static final String INVERTER = "inverter";
    static final String RELAY_SERVER = "relay_server";
    static final String CONTROLLER = "controller";

    private StateFiles() {}

    static Map<String, @Nullable Object> readings(CoreSnapshot now) {
        Map<String, @Nullable Object> devices = Json.object(INVERTER, Json.object("readings", inverter(now)),
                RELAY_SERVER, Json.object("readings", relay(now)));
        SitePages.others(now)
                .forEach(device -> devices.put(device.id(), Json.object("readings", SitePages.readings(now, device))));
        Map<String, @Nullable Object> totals = Json.object("total_solar_kw",
                plus(kilowatts(now, Quantity.PV_POWER), SitePages.sum(now, "solar_active_power")), "total_load_kw",
                measured(SitePages.sum(now, "load_active_power"), kilowatts(now, Quantity.LOAD_POWER)),
                "total_dg_kw",
                measured(SitePages.sum(now, "diesel_generator_active_power"), chargerKilowatts(now)));
        devices.put(CONTROLLER, Json.object("readings", inKilowatts(totals)));
        Map<String, @Nullable Object> file = Json.object("timestamp", now.wall(), "devices", devices, "status",
                status(now));
        file.putAll(totals);
        return file;
    }

    /** The site as a device of its own, which nobody polls. */
    private static Map<String, @Nullable Object> inKilowatts(Map<String, @Nullable Object> totals) {
        Map<String, @Nullable Object> readings = new LinkedHashMap<>();
        totals.forEach((name, value) -> readings.put(name, Json.object("value", value, "unit", "kW")));
        return readings;
    }

    /** What devices measure, else what the inverter or the charge proof says. */
    private static @Nullable Object measured(OptionalDouble meters, @Nullable Object otherwise) {
        return meters.isPresent() ? Math.round(meters.getAsDouble() * 1000) / 1000.0 : otherwise;
    }

    private static @Nullable Object plus(@Nullable Object own, OptionalDouble meters) {
        double inverter = own instanceof Number number ? number.doubleValue() : 0;
        return meters.isPresent() ? Math.round((inverter + meters.getAsDouble()) * 1000) / 1000.0 : own;
    }

    private static Map<String, @Nullable Object> inverter(CoreSnapshot now) {
        Map<String, @Nullable Object> readings = new LinkedHashMap<>();
        if (now.inverterLink().state() == LinkReport.State.DOWN) {
            // What was read before the link failed is no reading any more.
            return readings;
        }
        for (Quantity quantity : Quantity.values()) {
            now.inverter()
                    .reading(quantity)
                    .ifPresent(reading -> readings.put(word(quantity),
                            value(reading.value(), quantity.unit(), takenAt(now, reading.takenAtNanos()))));
        }
        return readings;
    }

    private static Map<String, @Nullable Object> relay(CoreSnapshot now) {
        Map<String, @Nullable Object> readings = new LinkedHashMap<>();
        if (now.relayLink().state() == LinkReport.State.DOWN) {
            return readings;
        }
        now.engine().ifPresent(engine -> {
            Instant at = takenAt(now, engine.takenAtNanos());
            readings.put("phase", value(engine.phase().word(), "", at));
            readings.put("running", value(engine.running().orElse(null), "", at));
            readings.put("relays", value(engine.relays(), "", at));
            readings.put("inputs", value(engine.inputs().isPresent() ? engine.inputs().getAsInt() : null, "", at));
            readings.put("run_id", value(engine.runId(), "", at));
            readings.put("locked_out", value(engine.lockedOut(), "", at));
            board(engine.health(), at, readings);
        });
        return readings;
    }

    private static void board(EngineReport.BoardHealth health, Instant at, Map<String, @Nullable Object> readings) {
        readings.put("threads", value(health.threads(), "", at));
        readings.put("uptime", value(health.uptime(), "", at));
        readings.put("memory", value(health.memory(), "", at));
        readings.put("disk", value(health.disk(), "", at));
    }

    private static Map<String, @Nullable Object> value(@Nullable Object value, String unit, Instant at) {
        return Json.object("value", value, "unit", unit, "timestamp", at);
    }

    static Map<String, @Nullable Object> status(CoreSnapshot now) {
        Instant inverterSeen = now.inverter()
                .readings()
                .values()
                .stream()
                .mapToLong(Reading::takenAtNanos)
                .max()
                .stream()
                .mapToObj(nanos -> takenAt(now, nanos))
                .findFirst()
                .orElse(null);
        Instant relaySeen = now.engine().map(engine -> takenAt(now, engine.takenAtNanos())).orElse(null);
        Map<String, @Nullable Object> status = Json.object(INVERTER,
                link(now.inverterLink(), INVERTER, "Inverter", "inverter", inverterSeen), RELAY_SERVER,
                link(now.relayLink(), RELAY_SERVER, "Relay server", "diesel_generator_controller", relaySeen));
        SitePages.others(now).forEach(device -> status.put(device.id(), SitePages.status(now, device)));
        return status;
    }

    private static Map<String, @Nullable Object> link(LinkReport link, String id, String name, String type,
            @Nullable Instant seen) {
        boolean up = link.state() == LinkReport.State.UP;
        Map<String, @Nullable Object> status = Json.object("device_id", id, "device_name", name, "device_type", type,
                "is_online", up,
                "last_seen", seen, "last_error",
                up ? null : Words.english(link.detail()));
        status.putAll(SitePages.counts(link));
        return status;
    }

    static Map<String, @Nullable Object> control(CoreSnapshot now) {
        ControlReport control = now.control();
        Object solar = kilowatts(now, Quantity.PV_POWER);
        Object load = kilowatts(now, Quantity.LOAD_POWER);
        boolean inverterUp = now.inverterLink().state() == LinkReport.State.UP;
        boolean relayUp = now.relayLink().state() == LinkReport.State.UP;
        Map<String, @Nullable Object> state = Json.object("timestamp", now.wall(), "total_load_kw", load,
                "solar_output_kw", solar, "dg_power_kw", chargerKilowatts(now), "gg_power_kw", null,
                "generator_power_kw", chargerKilowatts(now), "dg_reserve_kw", null, "load_source",
                load == null ? "none" : "inverter", "available_headroom_kw", null, "solar_capacity_kw", null,
                "solar_limit_pct", null, "solar_limit_kw", null, "ramp_limited", false);
        state.putAll(Json.object("safe_mode_active", now.safeMode().active(), "safe_mode_reason",
                now.safeMode().reason(), "config_mode", "unknown", "operation_mode",
                now.settings().site().operationMode(), "load_meters_online", 0, "inverters_online",
                inverterUp ? 1 : 0, "generators_online", relayUp ? 1 : 0, "reactive_power_enabled", false,
                "reactive_power_mode", null, "reactive_power_kvar", null, "site_power_factor", null,
                "site_reactive_kvar", null, "inverter_q_max_kvar", null, "execution_time_ms",
                control.tickMicros() / 1000.0, "write_success", relayUp, "write_error",
                relayUp ? null : Words.english(now.relayLink().detail())));
        state.putAll(generator(now));
        return state;
    }

    private static Map<String, @Nullable Object> generator(CoreSnapshot now) {
        ControlReport control = now.control();
        return Json.object("generator_state", control.state().name(), "generator_reason", control.reason().word(),
                "generator_phase", now.engine().map(engine -> engine.phase().word()).orElse("unknown"), "why",
                Words.english(control.why().sentence()), "alarms",
                control.alarms().stream().map(alarm -> alarm.code()).toList(), "autostart", control.autostart());
    }

    static List<Map<String, @Nullable Object>> alarms(CoreSnapshot now) {
        return now.control()
                .alarms()
                .stream()
                .map(alarm -> Json.object("code", alarm.code(), "state",
                        alarm.state().name().toLowerCase(Locale.ROOT), "severity",
                        alarm.severity().name().toLowerCase(Locale.ROOT), "text", Words.english(alarm.text()), "first",
                        alarm.first(), "last", alarm.last(), "count", alarm.count()))
                .toList();
    }

    static @Nullable Object chargerKilowatts(CoreSnapshot now) {
        OptionalDouble power = now.control().proof().chargerPower();
        return power.isPresent() ? Math.round(power.getAsDouble()) / 1000.0 : null;
    }

    /** Null when the value is too old to decide on. */
    static @Nullable Object kilowatts(CoreSnapshot now, Quantity quantity) {
        OptionalDouble watts = now.inverter()
                .known(quantity, now.nanos(),
                        now.settings().generator().pollInterval());
        return watts.isPresent() ? Math.round(watts.getAsDouble()) / 1000.0 : null;
    }

    private static Instant takenAt(CoreSnapshot now, long nanos) {
        return SitePages.at(now, nanos);
    }

    static String word(Quantity quantity) {
        return quantity.name().toLowerCase(Locale.ROOT);
    }
}
