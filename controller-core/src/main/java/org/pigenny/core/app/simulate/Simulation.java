// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.app.simulate;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.pigenny.core.model.ControlReport;
import org.pigenny.core.model.settings.Settings;
import org.pigenny.core.simulation.loop.ControlledPlant;
import org.pigenny.core.text.Phrases;
import org.pigenny.olimex.protocol.Relay;

/** Runs a script: a row applies before the tick of its second, the controller ticks once a second. */
final class Simulation {
    /** Without a clock in the script: a fixed date, outside the default quiet hours. */
    private static final LocalDateTime FIXED_DATE = LocalDateTime.of(2026, 1, 1, 12, 0);
    private static final Duration AFTER_LAST_ROW = Duration.ofSeconds(600);
    private static final Duration TICK = Duration.ofSeconds(1);

    private final Script script;
    private final ControlledPlant plant;
    private final Player player;
    private final Phrases phrases;
    private final Consumer<String> out;
    private long end;
    private int next;
    private @Nullable ControlReport report;
    private @Nullable Line printed;

    Simulation(Script script, Settings settings, Consumer<String> out) {
        ZoneId zone = settings.site().zone();
        this.script = script;
        this.out = out;
        plant = new ControlledPlant(settings.generator(), settings.engine(), FIXED_DATE.atZone(zone).toInstant(), zone);
        player = new Player(plant, script.columns());
        phrases = new Phrases(Locale.ENGLISH, zone);
    }

    /** @param until end in milliseconds; 600 s after the last row when it is not given */
    void run(OptionalLong until) {
        long last = script.rows().isEmpty() ? 0 : script.rows().getLast().millis();
        end = until.orElse(last + AFTER_LAST_ROW.toMillis());
        for (long at = 0; at <= end; at += TICK.toMillis()) {
            second(at, Math.min(TICK.toMillis(), end - at));
        }
    }

    private void second(long at, long length) {
        List<Row> rows = script.rows();
        while (next < rows.size() && rows.get(next).millis() <= at) {
            player.play(rows.get(next));
            next++;
        }
        report = plant.tick().report();
        print();
        plant.pass(Duration.ofMillis(length), () -> between(at + TICK.toMillis()));
    }

    /** What is seen at the very second of the next tick is printed with what the tick makes of it. */
    private void between(long nextTick) {
        if (millis() < nextTick || millis() >= end) {
            print();
        }
    }

    private long millis() {
        return (plant.engine().nanos() - ControlledPlant.START) / 1_000_000;
    }

    private void print() {
        ControlReport now = report;
        if (now == null) {
            return;
        }
        Line line = new Line(now.state().name(), plant.phase().word(), now.reason().word(), relays(),
                Codes.raised(now.alarms()), phrases.say(now.why().sentence()));
        if (!line.equals(printed)) {
            out.accept(line.json(millis()));
            printed = line;
        }
    }

    private String relays() {
        return plant.relayUp() ? Relay.names(plant.engine().relays()) : "UNKNOWN";
    }
}
