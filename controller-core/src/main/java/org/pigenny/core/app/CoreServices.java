// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.app;

import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.pigenny.core.json.Json;
import org.pigenny.core.model.DeviceReport;
import org.pigenny.core.model.EngineReport;
import org.pigenny.core.model.LinkReport;
import org.pigenny.core.model.Loop;
import org.pigenny.core.model.Reading;
import org.pigenny.core.model.settings.InverterSettings.Connection;
import org.pigenny.core.model.settings.Settings;
import org.pigenny.core.system.Page;
import org.pigenny.core.system.ServicePlan;
import org.pigenny.core.system.Timings;

/** The five services of the process in their order: what each runs and what its port tells. */
final class CoreServices {

    private static final int SYNC_INTERVAL_S = 3600;

    private final CoreState state;
    private final Timings timings;
    private final Supplier<Map<String, @Nullable Object>> systemDetails;
    private final SettingsKeeper keeper;
    private final LoggingPages pages;
    private final List<Integer> ports;

    CoreServices(CoreState state, Timings timings, Supplier<Map<String, @Nullable Object>> systemDetails,
            SettingsKeeper keeper, LoggingPages pages) {
        this.pages = pages;
        this.state = state;
        this.timings = timings;
        this.systemDetails = systemDetails;
        this.keeper = keeper;
        this.ports = state.settings().health().ports();
    }

    ServicePlan system(Supplier<List<Loop>> loops) {
        return new ServicePlan("system", true, ports.get(0), loops, timings.hangAfter(), systemDetails, List.of());
    }

    ServicePlan config(Supplier<List<Loop>> loops) {
        return new ServicePlan("config", true, ports.get(1), loops, timings.hangSlowAfter(), this::configDetails,
                List.of(Page.post("/sync", keeper::sync)));
    }

    private Map<String, @Nullable Object> configDetails() {
        return Json.object("config_version", state.settings.get().hash(), "site_id", state.settings().site().name(),
                "sync_interval_s", SYNC_INTERVAL_S, "last_sync_time", keeper.lastSync());
    }

    ServicePlan device(Supplier<List<Loop>> loops) {
        // The poller tells progress ten times in one interval.
        Duration steps = state.settings().generator().pollInterval().dividedBy(5);
        Duration hang = steps.compareTo(timings.hangSlowAfter()) > 0 ? steps : timings.hangSlowAfter();
        return new ServicePlan("device", true, ports.get(2), loops, hang, this::deviceDetails,
                List.of(Page.get("/readings", () -> StateFiles.readings(state.snapshot())),
                        Page.get("/status", () -> StateFiles.status(state.snapshot()))));
    }

    private Map<String, @Nullable Object> deviceDetails() {
        List<DeviceReport> devices = state.site.reports();
        int total = 1 + devices.size();
        long online = up(state.plant.inverterLink.get())
                + devices.stream().filter(device -> device.online()).count();
        Map<String, @Nullable Object> tcp = relayConnection();
        Map<String, @Nullable Object> serial = new LinkedHashMap<>();
        (state.settings().inverter().connection() == Connection.SERIAL ? serial : tcp).putAll(inverterConnection());
        state.site.wires().forEach((wire, bus) -> {
            (wire.startsWith("/") ? serial : tcp).putIfAbsent(wire, Json.object("use_count", bus.uses(), "connected",
                    bus.isOpen(), "last_used", state.plant.time().wall().minus(bus.idle())));
        });
        return Json.object("devices", Json.object("total", total, "online", online, "offline", total - online),
                "connections", Json.object("total_connections", tcp.size() + serial.size(), "tcp_connections", tcp,
                        "serial_connections", serial));
    }

    private Map<String, @Nullable Object> relayConnection() {
        Settings now = state.settings();
        LinkReport link = state.plant.relayLink.get();
        return Json.object(now.relay().host() + ":" + now.relay().port(),
                used(link, state.plant.engine.get().map(EngineReport::takenAtNanos)));
    }

    /** Last used when the newest answer was asked for. */
    private Map<String, @Nullable Object> used(LinkReport link, Optional<Long> atNanos) {
        return Json.object("use_count", link.requests(), "connected", up(link) == 1, "last_used",
                atNanos.map(at -> SitePages.at(state.snapshot(), at)).orElse(null));
    }

    private Optional<Long> inverterUsed() {
        return state.plant.inverter.get()
                .readings()
                .values()
                .stream()
                .map(Reading::takenAtNanos)
                .max(Comparator.naturalOrder());
    }

    private Map<String, @Nullable Object> inverterConnection() {
        Settings now = state.settings();
        LinkReport link = state.plant.inverterLink.get();
        boolean serial = now.inverter().connection() == Connection.SERIAL;
        Map<String, @Nullable Object> connection = used(link, inverterUsed());
        if (serial) {
            connection.putAll(Json.object("port", now.inverter().port(), "baudrate", now.inverter().baud()));
        }
        return Json.object(serial ? now.inverter().port() : now.inverter().host() + ":" + now.inverter().tcpPort(),
                connection);
    }

    private static int up(LinkReport link) {
        return link.state() == LinkReport.State.UP ? 1 : 0;
    }

    ServicePlan control(Supplier<List<Loop>> loops) {
        return new ServicePlan("control", true, ports.get(3), loops, timings.hangAfter(), this::controlDetails,
                List.of(Page.get("/state", () -> StateFiles.control(state.snapshot()))));
    }

    private Map<String, @Nullable Object> controlDetails() {
        return Json.object("operation_mode", state.settings().site().operationMode(), "safe_mode_active",
                state.anySafeMode().active(), "solar_limit_pct", null,
                "control_interval_ms", ControlLoop.TICK.toMillis(),
                "execution_time_ms", state.control.get().tickMicros() / 1000.0);
    }

    ServicePlan logging(Supplier<List<Loop>> loops) {
        return new ServicePlan("logging", false, ports.get(4), loops, timings.hangSlowAfter(), Map::of,
                List.of(Page.get("/stats", pages::stats), Page.get("/debug", pages::debug)));
    }

    /** The sixth, beside the contract's five; its port is any free one. It never raises safe mode. */
    ServicePlan kiosk(Supplier<List<Loop>> loops) {
        return new ServicePlan("kiosk", false, 0, loops, timings.hangSlowAfter(), Map::of, List.of());
    }
}
