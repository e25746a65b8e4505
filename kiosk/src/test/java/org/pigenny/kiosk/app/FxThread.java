// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.app;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import org.pigenny.kiosk.theme.Theme;

/** The thread of the screen, for whoever stands outside of it. */
public final class FxThread {
    private static final long LIMIT_S = 60;

    /** Something done there that gives nothing back. */
    @FunctionalInterface
    public interface Work {
        void run() throws Exception;
    }

    private FxThread() {}

    /** Starts the toolkit and loads the fonts. */
    public static void start() throws Exception {
        CompletableFuture<Boolean> up = new CompletableFuture<>();
        Platform.startup(() -> up.complete(true));
        up.get();
        run(Theme::loadFonts);
    }

    /** Runs there and waits for it; what it throws comes as the cause. */
    public static <T> T call(Callable<T> work) throws Exception {
        CompletableFuture<T> done = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                done.complete(work.call());
            } catch (Exception e) {
                done.completeExceptionally(e);
            }
        });
        return done.get(LIMIT_S, TimeUnit.SECONDS);
    }

    /** Runs there and waits for it; what it throws comes as the cause. */
    public static void run(Work work) throws Exception {
        call(() -> {
            work.run();
            return true;
        });
    }

    /** Waits until the toolkit has beaten once more: whatever moves has moved. */
    static void pulse() throws Exception {
        CountDownLatch beat = new CountDownLatch(1);
        run(new AnimationTimer() {
            @Override
            public void handle(long now) {
                stop();
                beat.countDown();
            }
        }::start);
        if (!beat.await(LIMIT_S, TimeUnit.SECONDS)) {
            throw new TimeoutException("the toolkit has stopped beating");
        }
    }
}
