// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.generator;

import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.pigenny.core.model.Message;
import org.pigenny.core.model.Upkeep;
import org.pigenny.core.model.Upkeep.Counters;
import org.pigenny.kiosk.generator.GeneratorPageState.UpkeepRow;
import org.pigenny.kiosk.present.Now;

/** Counters, the next exercise run, service and fuel, in words. */
final class UpkeepTable {
    private static final double KILO = 1000;

    private final Now now;
    private final Upkeep upkeep;

    private UpkeepTable(Now now) {
        this.now = now;
        this.upkeep = now.core().control().upkeep();
    }

    static List<UpkeepRow> of(Now now) {
        return new UpkeepTable(now).rows();
    }

    private List<UpkeepRow> rows() {
        List<UpkeepRow> rows = new ArrayList<>();
        rows.add(row("", List.of(say("ui.upkeep.today"), say("ui.upkeep.days30"), say("ui.upkeep.total"))));
        rows.add(three("ui.upkeep.engine", counters -> hours(counters.engine())));
        rows.add(three("ui.upkeep.loaded", counters -> hours(counters.loaded())));
        rows.add(three("ui.upkeep.starts", counters -> String.valueOf(counters.starts())));
        rows.add(three("ui.upkeep.failed", counters -> String.valueOf(counters.failedStarts())));
        rows.add(three("ui.upkeep.energy", counters -> now.numbers().oneDecimal(counters.energyWh() / KILO) + " kWh"));
        rows.add(row("ui.upkeep.service", List.of(service())));
        rows.add(row("ui.upkeep.exercise", List.of(upkeep.nextExercise()
                .map(at -> day(at.atZone(now.core().zone())))
                .orElseGet(() -> say("ui.upkeep.no_exercise")))));
        if (upkeep.fuelPct().isPresent()) {
            rows.add(row("ui.upkeep.fuel", List.of(now.numbers().whole(upkeep.fuelPct().getAsDouble()) + " %")));
        }
        return rows;
    }

    private String service() {
        List<String> parts = new ArrayList<>();
        upkeep.toService()
                .ifPresent(left -> parts.add(left.isNegative()
                        ? now.words().say(Message.of("ui.upkeep.overdue", hours(left.negated())))
                        : now.words().say(Message.of("ui.upkeep.due_in", hours(left)))));
        upkeep.serviceDate()
                .ifPresent(date -> parts.add(now.words()
                        .say(Message.of("ui.upkeep.by",
                                DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                                        .withLocale(now.words().locale())
                                        .format(date)))));
        return parts.isEmpty() ? say("ui.upkeep.no_service") : String.join(", ", parts);
    }

    private String day(ZonedDateTime at) {
        return DateTimeFormatter.ofPattern("d MMM HH:mm", now.words().locale()).format(at);
    }

    private String hours(Duration time) {
        return now.numbers().oneDecimal(time.toMinutes() / 60.0) + " h";
    }

    private UpkeepRow three(String key, Function<Counters, String> value) {
        return row(key, List.of(value.apply(upkeep.today()), value.apply(upkeep.thirtyDays()),
                value.apply(upkeep.total())));
    }

    private UpkeepRow row(String key, List<String> values) {
        return new UpkeepRow(key.isEmpty() ? "" : say(key), values);
    }

    private String say(String key) {
        return now.words().say(key);
    }
}
