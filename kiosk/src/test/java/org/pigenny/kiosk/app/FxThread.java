// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.app;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
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
}
