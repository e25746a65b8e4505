// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.logging.sample;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.pigenny.core.api.CoreSnapshot;
import org.pigenny.core.model.EngineReport;
import org.pigenny.core.model.Freshness;
import org.pigenny.core.model.LinkReport;
import org.pigenny.core.model.Quantity;

/**
 * Samples the newest snapshot at every full ten seconds of the wall clock. A value counts for as long as it is fresh enough to decide
 * on, and is then a gap; it is never stamped again as current. Steps of the wall clock neither stall it nor make it catch up.
 */
public final class Sampler {
    private static final long STEP = Level.TEN_SECONDS.seconds();
    /** Further apart than this the wall clock and the monotonic one have parted (site-controller.md 1.2). */
    private static final Duration CLOCK_STEP = Duration.ofSeconds(30);

    /** A core that publishes nothing for so long is down, and what it said last is not the present. */
    private static final Duration SILENCE = Duration.ofSeconds(60);

    private final Map<String, Sample.Value> seen = new HashMap<>();
    private @Nullable CoreSnapshot newest;
    private long nextAt;

    /** Takes a new snapshot; answers the samples that ended before it. */
    public List<SampleRow> take(CoreSnapshot snapshot) {
        List<SampleRow> ended = advance(snapshot.nanos(), snapshot.wall());
        if (newest == null) {
            nextAt = next(snapshot.wall());
        }
        newest = snapshot;
        known(snapshot, snapshot.nanos()).forEach((channel, value) -> seen.merge(channel,
                new Sample.Value(value, value, value), (before, now) -> before.with(value)));
        return ended;
    }

    /** Answers the samples that have ended by now. */
    public List<SampleRow> advance(long nanos, Instant wall) {
        CoreSnapshot current = newest;
        List<SampleRow> ended = new ArrayList<>();
        if (current == null) {
            return ended;
        }
        if (stepped(current, nanos, wall)) {
            seen.clear();
            nextAt = next(wall);
            return ended;
        }
        while (nextAt <= wall.getEpochSecond()) {
            SampleRow row = sample(current);
            if (row == null) {
                nextAt = next(wall);
                break;
            }
            ended.add(row);
            nextAt += STEP;
        }
        return ended;
    }

    private static boolean stepped(CoreSnapshot current, long nanos, Instant wall) {
        Duration passed = Duration.ofNanos(nanos - current.nanos());
        return Duration.between(current.wall(), wall).minus(passed).abs().compareTo(CLOCK_STEP) > 0;
    }

    private static long next(Instant wall) {
        return Math.floorDiv(wall.getEpochSecond(), STEP) * STEP + STEP;
    }

    /** The ten seconds that end at {@code nextAt}; null when nobody has told anything for too long. */
    private @Nullable SampleRow sample(CoreSnapshot current) {
        long end = current.nanos() + Duration.between(current.wall(), Instant.ofEpochSecond(nextAt)).toNanos();
        Map<String, Sample.Value> values = new HashMap<>();
        known(current, end).forEach((channel, value) -> {
            Sample.Value bounds = seen.getOrDefault(channel, new Sample.Value(value, value, value));
            values.put(channel, bounds.with(value));
        });
        seen.clear();
        if (values.isEmpty() && end - current.nanos() > SILENCE.toNanos()) {
            return null;
        }
        boolean relayUp = current.relayLink().state() == LinkReport.State.UP;
        return new SampleRow(new Sample(nextAt - STEP, current.control().state().name(),
                current.control().reason().word(),
                current.engine()
                        .filter(report -> relayUp)
                        .map(EngineReport::phase)
                        .map(phase -> phase.word())
                        .orElse("unknown"),
                values));
    }

    private static Map<String, Double> known(CoreSnapshot snapshot, long nanos) {
        Map<String, Double> values = new HashMap<>();
        Duration interval = snapshot.settings().generator().pollInterval();
        for (Quantity quantity : snapshot.inverter().readings().keySet()) {
            snapshot.inverter()
                    .known(quantity, nanos, interval)
                    .ifPresent(value -> values.put(SampleColumns.channel(quantity), value));
        }
        OptionalDouble charger = snapshot.control().proof().chargerPower();
        if (Freshness.of(Duration.ofNanos(nanos - snapshot.nanos()), interval) == Freshness.LIVE) {
            charger.ifPresent(value -> values.put(SampleColumns.CHARGER_POWER, value));
        }
        return values;
    }
}
