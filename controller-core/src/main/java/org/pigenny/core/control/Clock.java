// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.control;

import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import org.pigenny.core.model.PlantSnapshot;

/**
 * When the last tick was, and when the wall clock last stepped. Durations are monotonic; the wall clock may do what it likes.
 *
 * @param nanos of the last tick, empty before the first
 * @param wall of the last tick
 * @param steppedAt when the wall clock last jumped against the monotonic one
 * @param restored whether the memory comes from an earlier process, until its first tick
 * @param restartedAt first tick after that
 */
record Clock(OptionalLong nanos, Instant wall, OptionalLong steppedAt, boolean restored, OptionalLong restartedAt) {
    static final Clock UNSET = new Clock(OptionalLong.empty(), Instant.EPOCH, OptionalLong.empty(), false,
            OptionalLong.empty());
    static final Clock RESTORED = new Clock(OptionalLong.empty(), Instant.EPOCH, OptionalLong.empty(), true,
            OptionalLong.empty());
    /** A time server slews less than this; a person or a dead battery clock steps more. */
    private static final Duration STEP = Duration.ofSeconds(10);

    Clock tick(PlantSnapshot now) {
        return new Clock(OptionalLong.of(now.nanos()), now.wall(),
                stepped(now) ? OptionalLong.of(now.nanos()) : steppedAt, false,
                restored ? OptionalLong.of(now.nanos()) : restartedAt);
    }

    private boolean stepped(PlantSnapshot now) {
        if (nanos.isEmpty()) {
            return false;
        }
        Duration shown = Duration.between(wall, now.wall());
        Duration passed = Duration.ofNanos(now.nanos() - nanos.getAsLong());
        return shown.minus(passed).abs().compareTo(STEP) > 0;
    }

    /** Time since the last tick, zero at the first. */
    Duration since(PlantSnapshot now) {
        return nanos.isEmpty() ? Duration.ZERO : Duration.ofNanos(Math.max(0, now.nanos() - nanos.getAsLong()));
    }

    /** What a monotonic time of this memory was on the wall. */
    Instant wallAt(long at) {
        return wall.plusNanos(at - nanos.orElse(at));
    }
}
