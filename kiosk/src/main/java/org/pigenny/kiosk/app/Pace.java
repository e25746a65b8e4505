// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.app;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Paces the screen: one update a second, and the steps of what flows. A screen that is late is not asked twice. */
final class Pace implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Pace.class);
    private static final long STEP_MILLIS = 250;
    private static final int STEPS_PER_TICK = 4;

    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("kiosk-pace").factory());
    private final AtomicBoolean waiting = new AtomicBoolean();
    private final Watch watch;
    private final ScreenPulse pulse;
    private final Runnable tick;
    private final Runnable step;
    private final Runnable dead;
    private @Nullable ScheduledFuture<?> beats;
    private int steps;
    private Watch.Verdict last = Watch.Verdict.FINE;

    /** @param dead called once, off the screen's thread, when that thread has been still for too long */
    Pace(Watch watch, ScreenPulse pulse, Runnable tick, Runnable step, Runnable dead) {
        this.watch = watch;
        this.pulse = pulse;
        this.tick = tick;
        this.step = step;
        this.dead = dead;
    }

    void start() {
        beats = clock.scheduleAtFixedRate(this::onStep, STEP_MILLIS, STEP_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void onStep() {
        try {
            look();
            boolean full = ++steps % STEPS_PER_TICK == 0;
            if (waiting.compareAndSet(false, true)) {
                Platform.runLater(() -> onScreen(full));
            }
        } catch (RuntimeException e) {
            LOG.error("the screen's pace stumbled", e);
        }
    }

    private void onScreen(boolean full) {
        waiting.set(false);
        watch.beat();
        try {
            step.run();
            if (full) {
                tick.run();
                pulse.beat();
            }
        } catch (RuntimeException e) {
            LOG.error("the screen could not be updated", e);
            pulse.failed(e);
        }
    }

    private void look() {
        Watch.Verdict now = watch.check();
        if (now != last) {
            last = now;
            switch (now) {
                case FINE -> LOG.info("the screen's thread answers again");
                case SLOW -> LOG.warn("the screen's thread has not answered for {} s", Watch.SLOW.toSeconds());
                case DEAD -> {
                    LOG.error("the screen's thread has not answered for {} s", Watch.DEAD.toSeconds());
                    dead.run();
                }
            }
        }
    }

    @Override
    public void close() {
        if (beats != null) {
            beats.cancel(false);
        }
        clock.shutdownNow();
    }
}
