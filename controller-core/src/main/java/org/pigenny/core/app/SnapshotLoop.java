// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.app;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.pigenny.core.model.Loop;
import org.pigenny.core.time.TimeSource;

/** Tells the screen and the records about changes, at most a few times a second however often something changes. */
final class SnapshotLoop implements Loop {
    static final Duration INTERVAL = Duration.ofMillis(200);

    private final AtomicBoolean changed;
    private final Runnable publish;
    private final TimeSource real;

    SnapshotLoop(AtomicBoolean changed, Runnable publish, TimeSource real) {
        this.changed = changed;
        this.publish = publish;
        this.real = real;
    }

    @Override
    public String name() {
        return "snapshots";
    }

    @Override
    public void run(Runnable progress) throws InterruptedException {
        while (true) {
            if (changed.getAndSet(false)) {
                publish.run();
            }
            progress.run();
            real.sleep(INTERVAL);
        }
    }
}
