// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.control;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Function;
import org.pigenny.core.control.alarm.AlarmBook;
import org.pigenny.core.control.condition.Latch;
import org.pigenny.core.control.forecast.Errors;
import org.pigenny.core.control.forecast.Forecaster;
import org.pigenny.core.control.forecast.HourProfile;
import org.pigenny.core.control.proof.Charge;
import org.pigenny.core.control.upkeep.Exercise;
import org.pigenny.core.control.upkeep.ServiceBook;
import org.pigenny.core.control.upkeep.Tally;
import org.pigenny.core.control.upkeep.Tank;
import org.pigenny.core.model.GeneratorState;
import org.pigenny.core.model.Message;
import org.pigenny.core.model.Origin;
import org.pigenny.core.model.RunReason;
import org.pigenny.core.model.Upkeep.Counters;

/** Reads what {@link Saving} wrote. A damaged entry counts as fresh; nothing here throws. */
final class Restoring {
    private final Map<String, String> in;

    private Restoring(Map<String, String> in) {
        this.in = in;
    }

    static Memory restore(Map<String, String> saved) {
        Restoring from = new Restoring(saved);
        Memory fresh = Memory.fresh();
        return new Memory(GeneratorState.UNKNOWN, Clock.RESTORED, from.latches(), from.run(), from.manual(),
                from.holds(), from.trouble(), fresh.drive(), from.book(),
                Charge.learned(from.positive("learned.wh_per_pct")), from.forecaster(), from.alarms(),
                OptionalLong.empty());
    }

    private <T> Optional<T> read(String key, Function<String, T> parse) {
        String text = in.get(key);
        try {
            return text == null ? Optional.empty() : Optional.of(parse.apply(text));
        } catch (RuntimeException damaged) {
            return Optional.empty();
        }
    }

    private OptionalLong time(String key) {
        return read(key, text -> OptionalLong.of(Saving.nanos(Instant.parse(text)))).orElse(OptionalLong.empty());
    }

    private boolean flag(String key) {
        return read(key, text -> text.equals("true")).orElse(false);
    }

    private OptionalDouble positive(String key) {
        Optional<Double> value = read(key, Double::valueOf).filter(number -> number > 0 && number < 1e9);
        return value.isPresent() ? OptionalDouble.of(value.get()) : OptionalDouble.empty();
    }

    private Trouble trouble() {
        Optional<Trouble.Failure> error = read("error.code", text -> new Trouble.Failure(text,
                read("error.text", MessageText::read).flatMap(Function.identity())
                        .orElse(Message.of("fault.other", "")),
                time("error.at").orElse(0), read("error.at", Instant::parse).orElse(Instant.EPOCH),
                flag("error.by_start")));
        return new Trouble(error, pressed("emergency_stop"), pressed("service_mode"), false,
                read("failures", Integer::valueOf).filter(count -> count >= 0).orElse(0));
    }

    private Optional<Trouble.Pressed> pressed(String key) {
        Optional<Instant> at = read(key + ".at", Instant::parse);
        return in.containsKey(key + ".by") || at.isPresent()
                ? Optional.of(new Trouble.Pressed(time(key + ".at").orElse(0), at.orElse(Instant.EPOCH),
                        new Origin(in.getOrDefault(key + ".by", ""))))
                : Optional.empty();
    }

    private Holds holds() {
        return new Holds(time("hold.stop"), time("hold.limit"), flag("hold.finishing"), time("engine.off"));
    }

    private Optional<Run> run() {
        Optional<RunReason> reason = read("run.reason", RunReason::valueOf);
        OptionalLong begun = time("run.begun");
        if (reason.isEmpty() || begun.isEmpty()) {
            return Optional.empty();
        }
        Instant at = read("run.begun", Instant::parse).orElse(Instant.EPOCH);
        return Optional.of(new Run(reason.get(), new Origin(in.getOrDefault("run.origin", "")),
                new Run.Begun(begun.getAsLong(), at, positive("run.soc"), flag("run.taken_over")), time("run.fired"),
                time("run.loaded"),
                read("run.attempt", Integer::valueOf).orElse(1), read("run.id_before", Long::valueOf).orElse(0L),
                flag("run.recovering"), flag("run.limited"),
                read("run.ending", MessageText::read).flatMap(Function.identity())));
    }

    private Optional<ManualRun> manual() {
        return read("manual.kind", ManualRun.Kind::valueOf)
                .filter(kind -> kind != ManualRun.Kind.TIMED || time("manual.until").isPresent())
                .map(kind -> new ManualRun(kind, time("manual.until"),
                        new Origin(in.getOrDefault("manual.origin", ""))));
    }

    private Latches latches() {
        Map<RunReason, Latch> all = new EnumMap<>(RunReason.class);
        String words = in.getOrDefault("latches", "");
        Arrays.stream(RunReason.values())
                .filter(reason -> List.of(words.split(",", -1)).contains(reason.word()))
                .forEach(reason -> all.put(reason, Saving.latch()));
        return new Latches(all);
    }

    private Book book() {
        Tally.Day today = read("counters.today", Restoring::day).orElse(Tally.EMPTY.today());
        Tally tally = Tally.of(today, earlier(), read("counters.total", Restoring::counters).orElse(Counters.ZERO),
                read("counters.automatic_today", Integer::valueOf).orElse(0));
        ServiceBook service = new ServiceBook(read("service.engine", Duration::parse).orElse(Duration.ZERO),
                read("service.date", LocalDate::parse));
        double burnt = read("tank.burnt_pct", Double::valueOf).filter(pct -> pct >= 0 && pct <= 100).orElse(0.0);
        Exercise exercise = new Exercise(read("exercise.handled", LocalDate::parse),
                read("exercise.engine", Duration::parse).orElse(Duration.ZERO), time("exercise.until"),
                OptionalLong.empty());
        return new Book(tally, service, new Tank(burnt), exercise);
    }

    private List<Tally.Day> earlier() {
        List<Tally.Day> days = new ArrayList<>();
        for (String text : in.getOrDefault("counters.earlier", "").split("\\|", -1)) {
            try {
                days.add(day(text));
            } catch (RuntimeException damaged) {
                // That day is lost; the others are not.
            }
        }
        return days;
    }

    private static Tally.Day day(String text) {
        int end = text.indexOf(';');
        return new Tally.Day(LocalDate.parse(text.substring(0, end)), counters(text.substring(end + 1)));
    }

    private static Counters counters(String text) {
        String[] parts = text.split(";", -1);
        return new Counters(Duration.parse(parts[0]), Duration.parse(parts[1]), Integer.parseInt(parts[2]),
                Integer.parseInt(parts[3]), Double.parseDouble(parts[4]));
    }

    private Forecaster forecaster() {
        return Forecaster.learned(
                read("learned.house", text -> new HourProfile(numbers(text))).orElse(HourProfile.EMPTY),
                read("learned.sun", text -> new HourProfile(numbers(text))).orElse(HourProfile.EMPTY),
                read("learned.errors", text -> new Errors(numbers(text))).orElse(Errors.RECORDED));
    }

    private static List<Double> numbers(String text) {
        return Arrays.stream(text.split(",", -1)).map(Double::valueOf).toList();
    }

    private AlarmBook alarms() {
        return RestoredAlarms.read(in);
    }
}
