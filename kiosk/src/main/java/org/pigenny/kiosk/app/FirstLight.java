// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.app;

import java.time.Duration;
import java.time.Instant;
import org.pigenny.core.model.Freshness;
import org.pigenny.core.model.Quantity;
import org.pigenny.kiosk.present.Now;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says once in the log how long it took from the start of the process until the screen showed a live value. */
final class FirstLight {
    private static final Logger LOG = LoggerFactory.getLogger(FirstLight.class);

    private boolean said;

    void look(Now now) {
        if (said || !now.inverterUp() || !live(now)) {
            return;
        }
        said = true;
        ProcessHandle.current()
                .info()
                .startInstant()
                .ifPresent(start -> LOG.info("First live tile {} ms after the start of the process",
                        Duration.between(start, Instant.now()).toMillis()));
    }

    private static boolean live(Now now) {
        return now.core().inverter().reading(Quantity.SOC).isPresent()
                && now.core()
                        .inverter()
                        .freshness(Quantity.SOC, now.core().nanos(),
                                now.core().settings().generator().pollInterval()) == Freshness.LIVE;
    }
}
