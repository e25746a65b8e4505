// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.system;

import java.time.Duration;
import java.util.Optional;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.pigenny.core.model.Loop;
import org.pigenny.core.time.TimeSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One loop on its thread, with the time of its last progress. */
final class Beat {
    private static final Logger LOG = LoggerFactory.getLogger(Beat.class);
    /** As the JVM itself does with ExitOnOutOfMemoryError. */
    private static final int OUT_OF_MEMORY_EXIT = 3;

    private final Loop loop;
    private final TimeSource time;
    private final Thread thread;
    private final IntConsumer halt;
    private volatile long lastNanos;
    private volatile boolean retired;
    private volatile boolean ended;
    private volatile @Nullable Throwable failure;

    Beat(String service, Loop loop, TimeSource time, IntConsumer halt) {
        this.loop = loop;
        this.time = time;
        this.halt = halt;
        lastNanos = time.nanos();
        thread = Thread.ofPlatform().name(service + "/" + loop.name()).daemon(true).unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    private void run() {
        try {
            loop.run(this::progress);
        } catch (InterruptedException | LoopRetired ended) {
            LOG.debug("{} ended", thread.getName());
        } catch (OutOfMemoryError e) {
            halt.accept(OUT_OF_MEMORY_EXIT);
        } catch (RuntimeException | Error e) {
            failure = e;
            if (!retired) {
                LOG.error("[ERROR] {} ended by a fault", thread.getName(), e);
            }
        } finally {
            ended = true;
        }
    }

    private void progress() {
        if (retired) {
            throw new LoopRetired(thread.getName());
        }
        lastNanos = time.nanos();
    }

    Health health(Duration hangAfter) {
        Throwable fault = failure;
        if (fault != null) {
            return Health.bad(loop.name() + " ended by " + fault);
        }
        if (ended) {
            return Health.bad(loop.name() + " ended");
        }
        Duration silent = Duration.ofNanos(time.nanos() - lastNanos);
        return silent.compareTo(hangAfter) > 0
                ? Health.bad(loop.name() + " made no progress for " + silent.toSeconds() + " s")
                : Health.GOOD;
    }

    /** From now on it cannot report progress; a loop that comes back ends at its next try. */
    void retire() {
        retired = true;
        thread.interrupt();
    }

    /** Asks it to end in its own good order. */
    void interrupt() {
        thread.interrupt();
    }

    boolean join(Duration wait) throws InterruptedException {
        return thread.join(wait);
    }

    /** The name of the thread when it has not ended. */
    Optional<String> left() {
        return thread.isAlive() ? Optional.of(thread.getName()) : Optional.empty();
    }

    Loop loop() {
        return loop;
    }
}
