// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.logging.run;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.pigenny.core.model.Message;
import org.pigenny.core.model.Origin;
import org.pigenny.core.model.RunReason;

/** One run of the engine while it is being observed. */
final class Passage {
    final Instant asked;
    final RunReason trigger;
    final Origin origin;
    final OptionalDouble socFrom;
    @Nullable
    Instant cranked;
    @Nullable
    Instant fired;
    @Nullable
    Instant loaded;
    @Nullable
    Instant stopped;
    @Nullable
    Instant proven;
    @Nullable
    Message stopReason;
    OptionalDouble socTo = OptionalDouble.empty();
    int attempts;
    int failed;
    double energyWh;
    double engineSeconds;
    double loadedSeconds;
    long serverRun;
    boolean open = true;

    Passage(Instant asked, RunReason trigger, Origin origin, OptionalDouble socFrom) {
        this.asked = asked;
        this.trigger = trigger;
        this.origin = origin;
        this.socFrom = socFrom;
    }

    Optional<Long> timeToFireMillis() {
        return cranked == null || fired == null
                ? Optional.empty()
                : Optional.of(Math.max(0, fired.toEpochMilli() - cranked.toEpochMilli()));
    }

    /** What is worth a write at once when it changes; the rest waits for the next minute. */
    record Milestones(Instant asked, @Nullable Instant fired, @Nullable Instant loaded, @Nullable Instant stopped,
            @Nullable Instant proven, @Nullable Message stopReason, int attempts, int failed, long serverRun,
            boolean open) {}

    Milestones milestones() {
        return new Milestones(asked, fired, loaded, stopped, proven, stopReason, attempts, failed, serverRun, open);
    }

    RunRow row(Instant now) {
        return new RunRow(asked, trigger, origin, Optional.ofNullable(fired), Optional.ofNullable(loaded),
                Optional.ofNullable(stopped), attempts, failed, socFrom, socTo, energyWh, Optional.ofNullable(proven),
                Optional.ofNullable(stopReason), timeToFireMillis(), engineSeconds, loadedSeconds, serverRun, now,
                open);
    }
}
