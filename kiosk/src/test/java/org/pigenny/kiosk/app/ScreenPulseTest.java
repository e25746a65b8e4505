// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The screen under its supervisor: progress is what was drawn, failures in a row end its life, a new life makes a new stage. */
class ScreenPulseTest {
    private static final int LIMIT_SECONDS = 20;

    private final ScreenPulse pulse = new ScreenPulse();
    private final Semaphore progress = new Semaphore(0);
    private final AtomicInteger rebuilt = new AtomicInteger();
    private final CompletableFuture<String> end = new CompletableFuture<>();
    private Thread life = new Thread();

    private void live() {
        CountDownLatch running = new CountDownLatch(1);
        life = Thread.ofPlatform().name("life").start(() -> {
            running.countDown();
            try {
                pulse.loop().run(progress::release);
            } catch (InterruptedException e) {
                end.complete("interrupted");
            } catch (RuntimeException e) {
                end.completeExceptionally(e);
            }
        });
        assertTrue(await(running));
    }

    private static boolean await(CountDownLatch latch) {
        try {
            return latch.await(LIMIT_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @AfterEach
    void end() throws Exception {
        life.interrupt();
        life.join();
    }

    @Test
    void an_update_that_was_drawn_is_progress() throws Exception {
        live();
        pulse.beat();
        assertTrue(progress.tryAcquire(LIMIT_SECONDS, TimeUnit.SECONDS));
        assertFalse(progress.tryAcquire(), "nothing drawn, no progress");
    }

    @Test
    void a_view_that_keeps_failing_ends_its_life_with_the_cause() throws Exception {
        live();
        pulse.beat();
        assertTrue(progress.tryAcquire(LIMIT_SECONDS, TimeUnit.SECONDS), "its life has begun");
        IllegalStateException cause = new IllegalStateException("broken view");
        for (int i = 0; i < ScreenPulse.FAILURES_TO_GIVE_UP; i++) {
            pulse.failed(cause);
        }
        ExecutionException thrown = assertThrows(ExecutionException.class,
                () -> end.get(LIMIT_SECONDS, TimeUnit.SECONDS));
        Throwable told = Objects.requireNonNull(thrown.getCause());
        assertEquals("the screen failed 5 times in a row", told.getMessage());
        assertSame(cause, told.getCause());
    }

    @Test
    void a_hiccup_between_good_updates_is_forgiven() throws Exception {
        live();
        for (int i = 0; i < 3 * ScreenPulse.FAILURES_TO_GIVE_UP; i++) {
            pulse.failed(new IllegalStateException("hiccup"));
            pulse.beat();
        }
        assertTrue(progress.tryAcquire(LIMIT_SECONDS, TimeUnit.SECONDS));
        assertFalse(end.isDone());
    }

    @Test
    void the_first_life_finds_the_stage_made_and_each_other_makes_it_anew() throws Exception {
        pulse.onRebuild(rebuilt::incrementAndGet);
        live();
        pulse.beat();
        assertTrue(progress.tryAcquire(LIMIT_SECONDS, TimeUnit.SECONDS));
        assertEquals(0, rebuilt.get());
        life.interrupt();
        life.join();
        assertEquals("interrupted", end.get(LIMIT_SECONDS, TimeUnit.SECONDS));
        live();
        pulse.beat();
        assertTrue(progress.tryAcquire(LIMIT_SECONDS, TimeUnit.SECONDS));
        assertEquals(1, rebuilt.get());
    }
}
