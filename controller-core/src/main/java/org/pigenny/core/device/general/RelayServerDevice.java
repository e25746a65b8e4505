// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.device.general;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.pigenny.core.model.DevicePort;
import org.pigenny.core.model.DeviceReport;
import org.pigenny.core.model.DeviceReport.Value;
import org.pigenny.core.model.DeviceWrite;
import org.pigenny.core.model.EngineReport;
import org.pigenny.core.model.LinkReport;
import org.pigenny.core.model.LinkReport.State;
import org.pigenny.core.model.Message;

/** The relay server among the devices of the site, as a generator controller. It is looked at here, never commanded: only the engine's own client does that. */
public final class RelayServerDevice implements DevicePort {
    public static final String TYPE = "diesel_generator_controller";

    private final String id;
    private final Supplier<Optional<EngineReport>> engine;
    private final Supplier<LinkReport> link;

    public RelayServerDevice(String id, Supplier<Optional<EngineReport>> engine, Supplier<LinkReport> link) {
        this.id = id;
        this.engine = engine;
        this.link = link;
    }

    @Override
    public DeviceReport report() {
        LinkReport now = link.get();
        boolean online = now.state() == State.UP;
        Optional<EngineReport> newest = engine.get();
        Map<String, Value> readings = online ? newest.map(RelayServerDevice::readings).orElse(Map.of()) : Map.of();
        return new DeviceReport(id, id, TYPE, online, readings,
                newest.map(report -> OptionalLong.of(report.takenAtNanos())).orElse(OptionalLong.empty()),
                online ? OptionalLong.empty() : OptionalLong.of(now.sinceNanos()),
                online ? Optional.empty() : Optional.of(now.detail()), now, OptionalLong.empty(),
                Map.of());
    }

    private static Map<String, Value> readings(EngineReport report) {
        Map<String, Value> readings = new HashMap<>();
        long at = report.takenAtNanos();
        report.running().ifPresent(running -> readings.put("running", plain(running ? 1 : 0, at)));
        report.inputs().ifPresent(inputs -> readings.put("inputs", plain(inputs, at)));
        readings.put("relays", plain(report.relays(), at));
        readings.put("threads", plain(report.health().threads(), at));
        percent(report.health().memory())
                .ifPresent(used -> readings.put("memory", new Value(used, "%", Optional.empty(), at)));
        return readings;
    }

    private static Value plain(double value, long at) {
        return new Value(value, "", Optional.empty(), at);
    }

    private static Optional<Double> percent(String word) {
        String digits = word.strip().toLowerCase(Locale.ROOT).replace("%", "");
        return digits.matches("\\d{1,3}") ? Optional.of(Double.valueOf(digits)) : Optional.empty();
    }

    @Override
    public void write(DeviceWrite write, Consumer<DeviceWrite.Result> result) {
        result.accept(new DeviceWrite.Result.Failed(Message.of("device.not_writable", write.target(), id)));
    }
}
