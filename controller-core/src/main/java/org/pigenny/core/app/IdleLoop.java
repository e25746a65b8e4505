// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.app;

import java.time.Duration;
import org.pigenny.core.model.Loop;
import org.pigenny.core.time.TimeSource;

/** Does nothing but live. */
final class IdleLoop implements Loop {
    private final String name;
    private final TimeSource real;

    IdleLoop(String name, TimeSource real) {
        this.name = name;
        this.real = real;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void run(Runnable progress) throws InterruptedException {
        while (true) {
            progress.run();
            real.sleep(Duration.ofSeconds(1));
        }
    }
}
