// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.diagnostics;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import org.pigenny.core.model.DeviceReport;
import org.pigenny.core.model.EngineReport;
import org.pigenny.core.model.LinkReport;
import org.pigenny.core.model.Message;
import org.pigenny.core.model.Quantity;
import org.pigenny.core.model.Reading;
import org.pigenny.core.model.ServiceReport;
import org.pigenny.kiosk.control.LinkDot;
import org.pigenny.kiosk.control.Standing;
import org.pigenny.kiosk.present.FrameState;
import org.pigenny.kiosk.present.Now;
import org.pigenny.kiosk.present.Values;

/** Makes the diagnostics page: links, readings, services, the machine. */
final class DiagnosticsViewModel {
    /** A thing with a state, its name, and a line about it. */
    record Line(LinkDot.State state, String name, String text) {}

    /** One reading: name, value with unit, age. */
    record Row(String name, String value, String age, Standing standing) {}

    /** A fact about the machine. */
    record Fact(String name, String value) {}

    /** Shown as a link of its own. */
    private static final String RELAY_SERVER = "relay_server";

    private DiagnosticsViewModel() {}

    static List<Line> links(Now now) {
        List<Line> lines = new ArrayList<>();
        List<LinkDot.State> states = FrameState.of(now).links();
        lines.add(link(now, states.get(0), "ui.link.inverter", now.core().inverterLink()));
        lines.add(link(now, states.get(1), "ui.link.relays", now.core().relayLink()));
        lines.add(board(now, states.get(1)));
        now.core()
                .devices()
                .stream()
                .filter(device -> !device.id().equals(RELAY_SERVER))
                .forEach(device -> lines.add(device(now, device)));
        lines.add(new Line(states.get(2), now.words().say("ui.link.core"), now.words()
                .say(Message.of("ui.diag.tick", now.numbers().count(now.core().control().tickMicros())))));
        now.core().services().forEach(service -> lines.add(service(now, service)));
        if (now.core().safeMode().active()) {
            lines.add(new Line(LinkDot.State.STALE, now.words().say("ui.diag.safe_mode").split(":", 2)[0],
                    now.words()
                            .say(Message.of("ui.diag.safe_mode", now.core().safeMode().reason(),
                                    now.core().safeMode().triggeredBy()))));
        }
        return lines;
    }

    private static Line link(Now now, LinkDot.State state, String name, LinkReport link) {
        return new Line(state, now.words().say(name), now.words().say(link.detail()) + "\n" + counts(now, link));
    }

    /** A device of the site: its counts, and when a silent one is tried again. */
    private static Line device(Now now, DeviceReport device) {
        LinkDot.State state = device.online()
                ? LinkDot.State.UP
                : device.link().state() == LinkReport.State.STARTING ? LinkDot.State.STARTING : LinkDot.State.DOWN;
        String detail = device.lastError()
                .map(now.words()::say)
                .orElseGet(() -> now.words().say(device.link().detail()));
        String retry = device.nextTryNanos().isPresent()
                ? now.words()
                        .say(Message.of("device.retry", detail,
                                Duration.ofNanos(Math.max(0, device.nextTryNanos().getAsLong() - now.core().nanos()))))
                : detail;
        return new Line(state, device.name(), retry + "\n" + counts(now, device.link()));
    }

    private static String counts(Now now, LinkReport link) {
        String counts = now.words()
                .say(Message.of("ui.diag.frames", now.numbers().count(link.requests()),
                        now.numbers().count(link.answers()), now.numbers().count(link.timeouts()),
                        now.numbers().count(link.crcErrors())));
        String trip = link.roundTripMillis().isPresent()
                ? ", " + now.words()
                        .say(Message.of("ui.diag.round_trip",
                                now.numbers().oneDecimal(link.roundTripMillis().getAsDouble())))
                : "";
        LinkReport.Dropped dropped = link.dropped();
        return counts + trip + (dropped.equals(LinkReport.Dropped.NOTHING)
                ? ""
                : "\n" + now.words()
                        .say(Message.of("link.dropped", now.numbers().count(dropped.strayBytes()),
                                now.numbers().count(dropped.echoes()), now.numbers().count(dropped.foreignFrames()),
                                now.numbers().count(dropped.rejectedValues()))));
    }

    private static Line board(Now now, LinkDot.State state) {
        String name = now.words().say("ui.diag.board_name");
        return now.core()
                .engine()
                .map(EngineReport::health)
                .map(board -> new Line(state, name, asOf(now, state, now.words()
                        .say(Message.of("ui.diag.board", board.version(),
                                board.threads(), board.uptime(), board.memory(), board.disk()))
                        + "\n"
                        + now.words()
                                .say(Message.of("ui.diag.bus",
                                        now.core().engine().map(report -> report.bus().name()).orElse(""))))))
                .orElseGet(() -> new Line(state, name, now.words().say("ui.diag.board_unknown")));
    }

    /** What a board said that says no more. */
    private static String asOf(Now now, LinkDot.State state, String words) {
        return state == LinkDot.State.UP
                ? words
                : now.words()
                        .say(Message.of("ui.diag.last_known",
                                now.core().engine().map(report -> now.age(report.takenAtNanos())).orElse(Duration.ZERO),
                                words));
    }

    private static Line service(Now now, ServiceReport service) {
        LinkDot.State state = switch (service.state()) {
            case HEALTHY -> LinkDot.State.UP;
            case STARTING -> LinkDot.State.STARTING;
            case UNHEALTHY -> LinkDot.State.STALE;
            case STOPPED -> LinkDot.State.DOWN;
        };
        String words = now.words().say("ui.diag.service." + service.state().name().toLowerCase(Locale.ROOT)) + ", "
                + now.words().say(Message.of("ui.diag.restarts", service.restarts())) + ", :" + service.port()
                + service.lastError().map(error -> "\n" + error).orElse("");
        return new Line(state, service.name(), words);
    }

    static List<Row> readings(Now now) {
        return now.core()
                .inverter()
                .readings()
                .entrySet()
                .stream()
                .sorted(Comparator.comparing(Map.Entry::getKey))
                .map(entry -> row(now, entry.getKey(), entry.getValue()))
                .toList();
    }

    private static Row row(Now now, Quantity quantity, Reading reading) {
        var value = Values.of(now, quantity, quantity.unit().equals("W")
                ? now.numbers()::whole
                : quantity.name().startsWith("CELL_V") ? now.numbers()::twoDecimals : now.numbers()::oneDecimal);
        return new Row(now.words().say("ui.quantity." + quantity.name().toLowerCase(Locale.ROOT)),
                (value.number() + " " + value.unit()).strip(),
                now.words().say(Message.of("ui.diag.age", now.age(reading.takenAtNanos()))), value.standing());
    }

    static List<Fact> machine(Now now, MachineHealth health) {
        List<Fact> facts = new ArrayList<>();
        facts.add(fact(now, "ui.diag.cpu_temperature", number(now, health.celsius(), " \u00b0C")));
        facts.add(fact(now, "ui.diag.memory", number(now, health.memoryUsedPct(), " %") + ", "
                + number(now, health.processMb(), " MB")));
        facts.add(fact(now, "ui.diag.disk", number(now, health.diskFreeGb(), " GB")));
        facts.add(fact(now, "ui.diag.load", number(now, health.load(), "")));
        String version = DiagnosticsViewModel.class.getPackage().getImplementationVersion();
        facts.add(fact(now, "ui.diag.versions", "PiGenny " + (version == null ? "0.1" : version) + ", Java "
                + System.getProperty("java.version") + ", JavaFX " + System.getProperty("javafx.version", "?")));
        return facts;
    }

    private static Fact fact(Now now, String key, String value) {
        return new Fact(now.words().say(key), value);
    }

    private static String number(Now now, OptionalDouble value, String unit) {
        return value.isPresent()
                ? now.numbers().oneDecimal(value.getAsDouble()) + unit
                : now.words().say("ui.diag.unreadable");
    }
}
