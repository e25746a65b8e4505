// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.control;

import java.time.Duration;
import org.pigenny.core.model.EngineReport;
import org.pigenny.core.model.GeneratorState;

/** ERROR: nothing starts until a reset. */
final class Failed {
    private Failed() {}

    static GeneratorState next(Tick t, EngineReport engine) {
        if (retries(t, engine)) {
            Resets.apply(t, Wishes.AUTOMATIC);
        }
        Barred.watch(t, engine);
        return t.resting();
    }

    /** The optional retry after failed starts; off by default. */
    private static boolean retries(Tick t, EngineReport engine) {
        Duration after = t.settings.retryAfterError();
        return !after.isZero() && Resets.causeGone(engine) && t.trouble.error()
                .filter(error -> error.byStart() && t.nanos() - error.since() >= after.toNanos())
                .isPresent();
    }
}
