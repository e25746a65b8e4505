// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.api;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.Predicate;
import org.pigenny.core.model.EnginePhase;
import org.pigenny.core.model.Event;
import org.pigenny.core.model.GeneratorState;
import org.pigenny.core.model.Message;
import org.pigenny.core.model.Origin;
import org.pigenny.core.model.Quantity;
import org.pigenny.core.model.RunReason;
import org.pigenny.core.model.Severity;
import org.pigenny.core.model.Why;

/** What was. Calls may take a while: never from the screen's own thread. */
public interface History {
    /**
     * Events older than {@code before}, newest first. No two events share an instant, so the last one of a page is the key
     * to the next. An {@link EventFilter} is answered from an index; any other predicate looks at every event.
     *
     * @param limit at most this many, 1 to 1000
     */
    List<Event> events(Instant before, int limit, Predicate<Event> wanted);

    /**
     * One quantity over time, thinned to at most {@code points} by mean per bucket. Buckets without data are missing, so a gap
     * stays a gap.
     */
    List<Point> series(Quantity quantity, Instant from, Instant to, int points);

    /** The last runs, newest first. */
    List<Run> runs(int limit);

    /** Inferred power of the generator's own charger, W, thinned like {@link #series}. */
    default List<Point> chargerPower(Instant from, Instant to, int points) {
        return List.of();
    }

    /** Runs that overlap a stretch of time, newest first, for the bands behind a chart. */
    default List<Run> runs(Instant from, Instant to) {
        return runs(1000).stream()
                .filter(run -> run.asked().isBefore(to))
                .filter(run -> run.stopped().isEmpty() || run.stopped().get().isAfter(from))
                .toList();
    }

    /** When each phase of a run began, as far as it was seen. */
    default List<RunPhase> phases(long runId) {
        return List.of();
    }

    /** What was known and decided at a moment, from the newest sample and decision not after it; empty in a gap. */
    default Optional<Moment> moment(Instant at) {
        return Optional.empty();
    }

    /** Alarms raised before {@code before}, newest first, the active ones included. */
    default List<PastAlarm> alarms(Instant before, int limit) {
        return List.of();
    }

    default Counters counters() {
        return Counters.NONE;
    }

    /**
     * Writes every event, run and alarm of a stretch into a folder, as CSV files in words; when it returns, they are on the disk.
     *
     * @param folder made when it is not there
     * @param words says a message in the reader's language
     * @param zone of the local times beside those in UTC
     * @throws java.io.InterruptedIOException when {@code progress} did not want to go on
     * @throws IOException when the folder takes no more or the records cannot be read whole; what was written before stays
     */
    default void export(Path folder, Instant from, Instant to, Function<Message, String> words, ZoneId zone,
            Progress progress) throws IOException {
        throw new IOException("there are no records to export");
    }

    /** Hears how far an export has got. */
    @FunctionalInterface
    interface Progress {
        /** Answers whether to go on. */
        boolean wrote(long entries, long ofAll);
    }

    /** One bucket of a series; {@code at} is its beginning. */
    record Point(Instant at, double mean, double min, double max) {}

    /** One run of the engine, as far as it has got. */
    record Run(long id, RunReason trigger, Origin origin, Instant asked, Optional<Instant> fired,
            Optional<Instant> loaded,
            Optional<Instant> stopped, int attempts, OptionalDouble socFrom, OptionalDouble socTo, double energyWh,
            Optional<Instant> proven, Optional<Message> stopReason) {}

    /**
     * @param values in the unit of each quantity; what was not known is missing
     * @param why of the decision in force, as long as it is kept
     */
    record Moment(Instant at, Map<Quantity, Double> values, GeneratorState state, RunReason reason, Optional<Why> why) {
        public Moment {
            values = Map.copyOf(values);
        }
    }

    record RunPhase(Instant at, EnginePhase phase) {}

    /** One alarm from its first to its end. */
    record PastAlarm(String code, Severity severity, Message text, Instant raised, Optional<Instant> acknowledged,
            Optional<String> acknowledgedBy, Optional<Instant> resolved) {}

    /** Totals by the owner's calendar: today, the last 30 days with today, and since the records began. */
    record Counters(Total today, Total thirtyDays, Total total) {
        public static final Counters NONE = new Counters(Total.NONE, Total.NONE, Total.NONE);

        /** @param energyWh put into the battery by the generator's charger */
        public record Total(Duration engine, Duration loaded, int starts, int failedStarts, double energyWh) {
            public static final Total NONE = new Total(Duration.ZERO, Duration.ZERO, 0, 0, 0);
        }
    }
}
