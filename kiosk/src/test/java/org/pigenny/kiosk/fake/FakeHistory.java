// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.fake;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.Predicate;

import org.pigenny.core.api.History;
import org.pigenny.core.logging.export.RecordsExport;
import org.pigenny.core.model.Event;
import org.pigenny.core.model.GeneratorState;
import org.pigenny.core.model.Message;
import org.pigenny.core.model.Origin;
import org.pigenny.core.model.Quantity;
import org.pigenny.core.model.RunReason;
import org.pigenny.core.model.Severity;
import org.pigenny.core.model.Why;

/** A past that is made up as it is asked for, as long as anybody likes. */
public final class FakeHistory implements History {
    private static final Duration BETWEEN_EVENTS = Duration.ofMinutes(7);
    private static final int SAMPLES = 12;
    private static final Duration HALF_A_DAY = Duration.ofHours(12);
    private static final double YEAR_S = 365 * 86_400.0;
    private static final int RUNS = 300;
    private static final List<Event.Kind> KINDS = List.of(Event.Kind.values());
    private final Instant end;
    private final long count;

    public FakeHistory(Instant end, long count) {
        this.end = end;
        this.count = count;
    }

    @Override
    public List<Event> events(Instant before, int limit, Predicate<Event> wanted) {
        List<Event> found = new ArrayList<>();
        long first = Math.max(0, Duration.between(before, end).dividedBy(BETWEEN_EVENTS) + 1);
        for (long i = before.isAfter(end) ? 0 : first; i < count && found.size() < limit; i++) {
            Event event = event(i);
            if (event.at().isBefore(before) && wanted.test(event)) {
                found.add(event);
            }
        }
        return found;
    }

    private Event event(long i) {
        Event.Kind kind = KINDS.get((int) (i % KINDS.size()));
        Severity severity = i % 11 == 5 ? Severity.WARNING : i % 37 == 9 ? Severity.MAJOR : Severity.INFO;
        String text = switch (kind) {
            case GENERATOR -> "Starting: SOC 39 % is below 40 %.";
            case ENGINE -> "Fired after 3.2 s.";
            case INVERTER -> "The inverter was silent for 2 min.";
            case RELAY -> "The relay board was restarted.";
            case DEVICE -> "The load meter is silent.";
            case ALARM -> "The fuel is low.";
            case OPERATOR -> "START asked for on the screen.";
            case SETTINGS -> "Start at 38 % instead of 40 %.";
            case SYSTEM -> "The controller was restarted.";
        };
        return new Event(end.minus(BETWEEN_EVENTS.multipliedBy(i)), kind, severity, Message.of(text),
                kind == Event.Kind.ALARM ? Optional.of("G-110") : Optional.empty(),
                kind == Event.Kind.OPERATOR || kind == Event.Kind.SETTINGS ? Origin.SCREEN : Origin.CORE);
    }

    @Override
    public List<Point> series(Quantity quantity, Instant from, Instant to, int points) {
        List<Point> found = new ArrayList<>();
        Duration step = Duration.between(from, to).dividedBy(points);
        for (int i = 0; i < points; i++) {
            Instant at = from.plus(step.multipliedBy(i)).plus(step.dividedBy(2));
            if (at.isBefore(end)) {
                found.add(point(quantity, at, step));
            }
        }
        return found;
    }

    /** Mean, least and greatest of a stretch around a moment. */
    private static Point point(Quantity quantity, Instant at, Duration step) {
        DoubleSummaryStatistics over = new DoubleSummaryStatistics();
        Duration length = step.compareTo(HALF_A_DAY) > 0 ? HALF_A_DAY.multipliedBy(2) : step;
        for (int i = 0; i < SAMPLES; i++) {
            over.accept(value(quantity, at.plus(length.multipliedBy(2L * i + 1 - SAMPLES).dividedBy(2L * SAMPLES))));
        }
        return new Point(at, over.getAverage(), over.getMin(), over.getMax());
    }

    private static double value(Quantity quantity, Instant at) {
        double hour = (at.getEpochSecond() % 86_400) / 3600.0;
        double sun = Math.max(0, Math.sin((hour - 6) / 12 * Math.PI));
        double wobble = Math.sin(at.getEpochSecond() / 700.0) * 0.5 + Math.sin(at.getEpochSecond() / 211.0) * 0.3;
        return switch (quantity) {
            case SOC -> 58 + 20 * Math.sin((hour - 10) / 24 * 2 * Math.PI);
            case BATTERY_VOLTAGE -> 52.6 + 1.2 * Math.sin((hour - 10) / 24 * 2 * Math.PI);
            case PV_POWER -> sun * (3400 + 300 * wobble) * season(at);
            case LOAD_POWER -> 1100 + 400 * wobble + (hour > 17 && hour < 21 ? 700 : 0);
            default -> 10;
        };
    }

    /** 1 in January, 1.6 in July. */
    private static double season(Instant at) {
        return 1.3 - 0.3 * Math.cos(at.getEpochSecond() / YEAR_S * 2 * Math.PI);
    }

    @Override
    public List<Run> runs(int limit) {
        List<Run> found = new ArrayList<>();
        for (int i = 0; i < Math.min(limit, RUNS); i++) {
            // More seldom the further one looks back, down to one in three days.
            Instant asked = end.minus(Duration.ofHours(20 + 26L * i + (i > 40 ? (i - 40L) * 46 : 0)));
            found.add(new Run(RUNS - i, i % 7 == 3 ? RunReason.MANUAL : RunReason.SOC, i % 7 == 3
                    ? Origin.SCREEN
                    : Origin.CORE, asked, Optional.of(asked.plusSeconds(4)), Optional.of(asked.plusSeconds(90)),
                    Optional.of(asked.plusSeconds(17_000)), 1, OptionalDouble.of(39), OptionalDouble.of(80), 9_800,
                    Optional.of(asked.plusSeconds(720)), Optional.of(Message.of("SOC has reached 80 %"))));
        }
        return found;
    }

    @Override
    public Optional<Moment> moment(Instant at) {
        Map<Quantity, Double> values = new EnumMap<>(Quantity.class);
        for (Quantity quantity : List.of(Quantity.SOC, Quantity.BATTERY_VOLTAGE, Quantity.PV_POWER,
                Quantity.LOAD_POWER)) {
            values.put(quantity, value(quantity, at));
        }
        return Optional.of(new Moment(at, values, GeneratorState.IDLE, RunReason.NONE,
                Optional.of(
                        new Why(Message.of("Not starting: SOC 61 % is above 40 %. Starts below 40 %."), List.of()))));
    }

    /** The newest three thousand: a past without end takes no end to write. */
    @Override
    public void export(Path folder, Instant from, Instant to, Function<Message, String> words, ZoneId zone,
            Progress progress) throws IOException {
        new RecordsExport(this, words, zone).tables(RecordsExport.folder(folder),
                end.minus(BETWEEN_EVENTS.multipliedBy(3000)), to, 3000, progress);
    }

    @Override
    public List<PastAlarm> alarms(Instant before, int limit) {
        List<PastAlarm> found = new ArrayList<>();
        for (int i = 0; i < Math.min(limit, 5); i++) {
            Instant raised = end.minus(Duration.ofHours(31 + 53L * i));
            boolean fuel = i % 2 == 1;
            found.add(new PastAlarm(fuel ? "G-110" : "I-301", Severity.WARNING,
                    Message.of(fuel ? "The fuel is low." : "The inverter was silent for 5 min."), raised,
                    Optional.of(raised.plusSeconds(600)), Optional.of("SCREEN"),
                    Optional.of(raised.plusSeconds(fuel ? 20_000 : 420))));
        }
        return found;
    }
}
