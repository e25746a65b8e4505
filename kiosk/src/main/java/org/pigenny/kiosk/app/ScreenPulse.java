// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.app;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pigenny.core.model.Loop;

/**
 * The screen as its supervisor sees it, the sixth service: each whole update is progress, a view that keeps failing is a failure, and
 * a service that is built anew builds the stage anew. The core runs on whatever happens here.
 */
final class ScreenPulse {
    /** Updates that fail in a row before the stage is given up. One is a hiccup. */
    static final int FAILURES_TO_GIVE_UP = 5;

    private @Nullable Runnable rebuild;
    private @Nullable RuntimeException fault;
    private long updates;
    private int failures;
    private boolean supervised;

    /** A whole update was drawn. */
    synchronized void beat() {
        updates++;
        failures = 0;
        fault = null;
        notifyAll();
    }

    /** An update failed. */
    synchronized void failed(RuntimeException why) {
        failures++;
        fault = why;
        notifyAll();
    }

    /** @param again makes the stage anew; called on a supervisor's thread */
    synchronized void onRebuild(Runnable again) {
        rebuild = again;
    }

    /** A loop for one life of the service. */
    Loop loop() {
        return new Life();
    }

    private final class Life implements Loop {
        @Override
        public String name() {
            return "screen";
        }

        @Override
        public void run(Runnable progress) throws InterruptedException {
            born().ifPresent(Runnable::run);
            long seen = 0;
            while (true) {
                long now = await(seen);
                if (now != seen) {
                    seen = now;
                    progress.run();
                }
            }
        }
    }

    /** What makes the stage anew, but for the first life: that one finds it made. */
    private synchronized Optional<Runnable> born() {
        boolean again = supervised;
        supervised = true;
        failures = 0;
        fault = null;
        return again ? Optional.ofNullable(rebuild) : Optional.empty();
    }

    private synchronized long await(long seen) throws InterruptedException {
        while (updates == seen && failures < FAILURES_TO_GIVE_UP) {
            wait();
        }
        if (failures >= FAILURES_TO_GIVE_UP) {
            throw new IllegalStateException("the screen failed " + failures + " times in a row", fault);
        }
        return updates;
    }
}
