// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.control;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.pigenny.core.control.alarm.Alarm;
import org.pigenny.core.control.condition.Latch;
import org.pigenny.core.control.forecast.Forecaster;
import org.pigenny.core.control.upkeep.Tally;
import org.pigenny.core.model.Origin;
import org.pigenny.core.model.Upkeep.Counters;

/** Writes what must survive a restart as plain text. Monotonic times are written as what they were on the wall. */
final class Saving {
    private final Map<String, String> out = new LinkedHashMap<>();
    private final Clock clock;

    private Saving(Clock clock) {
        this.clock = clock;
    }

    static Map<String, String> save(Memory memory) {
        if (memory.clock().nanos().isEmpty()) {
            return Map.of();
        }
        Saving saving = new Saving(memory.clock());
        saving.trouble(memory.trouble());
        saving.holds(memory.holds());
        memory.run().ifPresent(saving::run);
        memory.manual().ifPresent(saving::manual);
        saving.put("latches", memory.latches()
                .all()
                .entrySet()
                .stream()
                .filter(entry -> entry.getValue().set())
                .map(entry -> entry.getKey().word())
                .collect(Collectors.joining(",")));
        saving.book(memory.book());
        saving.learned(memory);
        memory.alarms().alarms().values().stream().filter(Alarm::raised).forEach(saving::alarm);
        return saving.out;
    }

    static long nanos(Instant wall) {
        return Math.addExact(Math.multiplyExact(wall.getEpochSecond(), 1_000_000_000L), wall.getNano());
    }

    private void put(String key, Object value) {
        out.put(key, value.toString());
    }

    private void time(String key, OptionalLong nanos) {
        nanos.ifPresent(at -> put(key, clock.wallAt(at)));
    }

    private void trouble(Trouble trouble) {
        put("failures", trouble.failures());
        trouble.error().ifPresent(error -> {
            put("error.code", error.code());
            put("error.text", MessageText.write(error.text()));
            put("error.at", error.at());
            put("error.by_start", error.byStart());
        });
        trouble.emergencyStop().ifPresent(pressed -> pressed("emergency_stop", pressed.at(), pressed.origin()));
        trouble.service().ifPresent(pressed -> pressed("service_mode", pressed.at(), pressed.origin()));
    }

    private void pressed(String key, Instant at, Origin origin) {
        put(key + ".at", at);
        put(key + ".by", origin.name());
    }

    private void holds(Holds holds) {
        time("hold.stop", holds.afterStop());
        time("hold.limit", holds.afterLimit());
        time("engine.off", holds.off());
        put("hold.finishing", holds.finishing());
    }

    private void run(Run run) {
        put("run.reason", run.reason());
        put("run.origin", run.origin().name());
        put("run.begun", clock.wallAt(run.begun().nanos()));
        run.begun().soc().ifPresent(soc -> put("run.soc", soc));
        put("run.taken_over", run.begun().takenOver());
        time("run.fired", run.fired());
        time("run.loaded", run.loaded());
        put("run.attempt", run.attempt());
        put("run.id_before", run.idBefore());
        put("run.recovering", run.recovering());
        put("run.limited", run.limited());
        run.ending().ifPresent(why -> put("run.ending", MessageText.write(why)));
    }

    private void manual(ManualRun manual) {
        put("manual.kind", manual.kind());
        put("manual.origin", manual.origin().name());
        time("manual.until", manual.until());
    }

    private void book(Book book) {
        Tally tally = book.tally();
        put("counters.total", counters(tally.total()));
        put("counters.automatic_today", tally.automaticToday());
        put("counters.today", tally.today().date() + ";" + counters(tally.today().counters()));
        put("counters.earlier", tally.earlier()
                .stream()
                .map(day -> day.date() + ";" + counters(day.counters()))
                .collect(Collectors.joining("|")));
        put("service.engine", book.service().engineThen());
        book.service().date().ifPresent(date -> put("service.date", date));
        put("tank.burnt_pct", book.tank().burntPct());
        book.exercise().handled().ifPresent(date -> put("exercise.handled", date));
        put("exercise.engine", book.exercise().engineThen());
        time("exercise.until", book.exercise().until());
    }

    private static String counters(Counters counters) {
        return counters.engine() + ";" + counters.loaded() + ";" + counters.starts() + ";" + counters.failedStarts()
                + ";" + counters.energyWh();
    }

    private void learned(Memory memory) {
        memory.charge().learner().learned().ifPresent(wh -> put("learned.wh_per_pct", wh));
        Forecaster forecaster = memory.forecaster();
        put("learned.house", join(forecaster.means().house().hours()));
        put("learned.sun", join(forecaster.means().sun().hours()));
        put("learned.errors", join(forecaster.errors().minutes()));
    }

    private static String join(List<Double> values) {
        return values.stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    private void alarm(Alarm alarm) {
        String key = "alarm." + alarm.code().code();
        put(key, alarm.active() + ";" + alarm.acknowledged() + ";" + alarm.alarmClass() + ";" + alarm.first() + ";"
                + alarm.last() + ";" + alarm.count() + ";" + alarm.shelvedUntil().map(Instant::toString).orElse(""));
        put(key + ".text", MessageText.write(alarm.text()));
    }

    /** A latch as it was: set, with its delays begun anew. */
    static Latch latch() {
        return new Latch(true, OptionalLong.empty(), OptionalLong.empty(), OptionalLong.empty(), OptionalLong.empty());
    }
}
