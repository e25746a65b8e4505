// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.api;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import org.pigenny.core.model.Event;
import org.pigenny.core.model.Message;
import org.pigenny.core.model.Origin;
import org.pigenny.core.model.Quantity;
import org.pigenny.core.model.RunReason;

/** What was. Calls may take a while: never from the screen's own thread. */
public interface History {
    /**
     * Events older than {@code before}, newest first.
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

    /** One bucket of a series. */
    record Point(Instant at, double mean, double min, double max) {}

    /** One run of the engine, as far as it has got. */
    record Run(long id, RunReason trigger, Origin origin, Instant asked, Optional<Instant> fired,
            Optional<Instant> loaded,
            Optional<Instant> stopped, int attempts, OptionalDouble socFrom, OptionalDouble socTo, double energyWh,
            Optional<Instant> proven, Optional<Message> stopReason) {}
}
