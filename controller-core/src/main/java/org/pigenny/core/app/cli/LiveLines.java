// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.app.cli;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.pigenny.core.api.CoreSnapshot;
import org.pigenny.core.model.Quantity;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The state as lines in the journal: on every change of the generator's state or of a link, and every ten seconds. */
public final class LiveLines {
    private static final Logger LOG = LoggerFactory.getLogger(LiveLines.class);
    private static final Duration CALM = Duration.ofSeconds(10);

    private final AtomicReference<String> last = new AtomicReference<>("");
    private final AtomicLong lastNanos = new AtomicLong(System.nanoTime() - CALM.toNanos());

    public void accept(CoreSnapshot now) {
        String state = now.control().state() + " " + now.control().reason().word() + " "
                + now.engine().map(engine -> engine.phase().word()).orElse("unknown");
        String links = "inverter " + now.inverterLink().state() + " relay " + now.relayLink().state();
        boolean calm = System.nanoTime() - lastNanos.get() < CALM.toNanos();
        if (last.getAndSet(state + links).equals(state + links) && calm) {
            return;
        }
        lastNanos.set(System.nanoTime());
        LOG.info("[STATE] {} | {} {} {} {} | {}", state, value(now, Quantity.SOC), value(now, Quantity.BATTERY_VOLTAGE),
                value(now, Quantity.PV_POWER), value(now, Quantity.LOAD_POWER), links);
    }

    private static String value(CoreSnapshot now, Quantity quantity) {
        OptionalDouble value = now.inverter()
                .known(quantity, now.nanos(),
                        now.settings().generator().pollInterval());
        String name = quantity.name().toLowerCase(Locale.ROOT);
        return name + "=" + Optional.of(value)
                .filter(OptionalDouble::isPresent)
                .map(known -> String.format(Locale.ROOT, "%.1f %s", known.getAsDouble(), quantity.unit()))
                .orElse("unknown");
    }
}
