// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.application.Platform;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.pigenny.core.time.ManualTime;
import org.testfx.api.FxToolkit;

/** The real thread that draws, paced and watched. */
class PaceTest {
    private static final long LIMIT_S = 20;

    private final ManualTime time = new ManualTime(Instant.EPOCH);

    @BeforeAll
    static void toolkit() throws TimeoutException {
        FxToolkit.registerPrimaryStage();
    }

    @Test
    void a_thread_that_draws_no_more_for_a_minute_ends_the_process() throws Exception {
        CountDownLatch stuck = new CountDownLatch(1);
        CountDownLatch blocking = new CountDownLatch(1);
        CountDownLatch dead = new CountDownLatch(1);
        CountDownLatch first = new CountDownLatch(1);
        try (Pace pace = new Pace(new Watch(time), new ScreenPulse(), first::countDown, () -> {}, dead::countDown)) {
            pace.start();
            assertTrue(first.await(LIMIT_S, TimeUnit.SECONDS), "it is alive");
            Platform.runLater(() -> {
                blocking.countDown();
                try {
                    stuck.await(LIMIT_S, TimeUnit.SECONDS);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
            assertTrue(blocking.await(LIMIT_S, TimeUnit.SECONDS));
            time.advance(Watch.DEAD);
            assertTrue(dead.await(LIMIT_S, TimeUnit.SECONDS), "the watch has seen it");
        } finally {
            stuck.countDown();
        }
    }

    @Test
    void a_view_that_fails_is_asked_again_a_second_later() throws Exception {
        AtomicInteger ticks = new AtomicInteger();
        CountDownLatch third = new CountDownLatch(3);
        try (Pace pace = new Pace(new Watch(time), new ScreenPulse(), () -> {
            third.countDown();
            if (ticks.incrementAndGet() == 1) {
                throw new IllegalStateException("a view broke");
            }
        }, () -> {}, () -> {})) {
            pace.start();
            assertTrue(third.await(LIMIT_S, TimeUnit.SECONDS));
            assertEquals(0, third.getCount());
        }
    }
}
