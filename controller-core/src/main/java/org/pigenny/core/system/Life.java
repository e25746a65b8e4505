// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.system;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.pigenny.core.model.Loop;
import org.pigenny.core.time.TimeSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One life of a service, from its building to its end. */
final class Life {
    private static final Logger LOG = LoggerFactory.getLogger(Life.class);

    private final ServicePlan plan;
    private final TimeSource time;
    private final IntConsumer halt;
    private Optional<Life> previous;
    private final Thread builder;
    private final List<Beat> beats = new ArrayList<>();
    private boolean built;
    private boolean retired;
    private long retiredNanos;
    private volatile @Nullable Throwable failure;

    /** How long a new life waits for the old one to let go of its ports and files. */
    private static final Duration LET_GO = Duration.ofSeconds(3);

    Life(ServicePlan plan, TimeSource time, IntConsumer halt, Optional<Life> previous) {
        this.plan = plan;
        this.time = time;
        this.halt = halt;
        this.previous = previous;
        builder = Thread.ofPlatform().name(plan.name() + "/build").daemon(true).unstarted(this::build);
    }

    /** Building may take long or fail: on a thread of its own it can do neither to the supervisor. */
    void begin() {
        builder.start();
    }

    private void build() {
        try {
            if (previous.isPresent()) {
                previous.get().letGo();
                previous = Optional.empty();
            }
            begin(plan.build().get());
        } catch (InterruptedException ended) {
            LOG.debug("{} was ended while it was built", plan.name());
        } catch (RuntimeException | Error e) {
            failure = e;
            LOG.error("[ERROR] {} cannot be built", plan.name(), e);
        }
    }

    private synchronized void begin(List<Loop> loops) {
        if (retired) {
            loops.forEach(Life::close);
            return;
        }
        for (Loop loop : loops) {
            beats.add(new Beat(plan.name(), loop, time, halt));
        }
        beats.forEach(Beat::start);
        built = true;
    }

    synchronized Health health() {
        Throwable fault = failure;
        if (fault != null) {
            return Health.bad("cannot be built: " + fault);
        }
        if (retired) {
            return Health.bad("ended");
        }
        if (!built) {
            return Health.STARTING;
        }
        return beats.stream()
                .map(beat -> beat.health(plan.hangAfter()))
                .filter(health -> !health.healthy())
                .findFirst()
                .orElse(Health.GOOD);
    }

    void retire() {
        List<Beat> all = retireBeats();
        builder.interrupt();
        all.forEach(Beat::retire);
        // A loop that hangs in a device often ends when the device is closed under it.
        Thread.ofPlatform().name(plan.name() + "/close").daemon(true).start(() -> all.forEach(b -> close(b.loop())));
    }

    private synchronized List<Beat> retireBeats() {
        if (!retired) {
            retiredNanos = System.nanoTime();
        }
        retired = true;
        return List.copyOf(beats);
    }

    /** Ends in good order, in the time given; whatever is left is forgotten. Answers the names of those threads. */
    List<String> end(Duration wait) throws InterruptedException {
        long end = System.nanoTime() + wait.toNanos();
        List<Beat> all = retireBeats();
        builder.interrupt();
        all.forEach(Beat::interrupt);
        for (Beat beat : all) {
            beat.join(Duration.ofNanos(Math.max(1, end - System.nanoTime())));
        }
        List<String> left = left();
        retire();
        return left;
    }

    /** Waits, not for long, until what was killed has let go of its ports and files. */
    private void letGo() throws InterruptedException {
        List<Beat> all = retireBeats();
        long end = retiredNanos + LET_GO.toNanos();
        for (Beat beat : all) {
            beat.join(Duration.ofNanos(Math.max(1, end - System.nanoTime())));
        }
    }

    List<String> left() {
        return retireBeats().stream().map(Beat::left).flatMap(Optional::stream).toList();
    }

    private static void close(Loop loop) {
        if (loop instanceof AutoCloseable closeable) {
            try {
                closeable.close();
            } catch (Exception e) {
                LOG.warn("[ERROR] {} cannot be closed: {}", loop.name(), e.toString());
            }
        }
    }
}
