// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.logging;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.pigenny.core.model.Event;
import org.pigenny.core.model.Message;
import org.pigenny.core.model.Origin;
import org.pigenny.core.model.Quantity;
import org.pigenny.core.model.Severity;
import org.pigenny.core.model.settings.LoggingSettings;

/** A process of its own that records as fast as it can and says what it has on disk, until somebody kills it. */
final class WritesUntilKilled {
    private WritesUntilKilled() {}

    /** @param args folder, number of the first event */
    public static void main(String[] args) throws InterruptedException {
        Path folder = Path.of(args[0]);
        int first = Integer.parseInt(args[1]);
        Plant plant = new Plant(Instant.parse("2026-01-31T10:00:00Z").plusSeconds(first));
        try (Records records = new Records(folder.resolve("controller.db"),
                new LoggingSettings(folder.resolve("csv").toString(), Duration.ofSeconds(1), 7), plant.time)) {
            for (int i = first;; i++) {
                records.record(new Event(plant.time.wall(), Event.Kind.SYSTEM, Severity.INFO,
                        Message.of("test.event", i), Optional.empty(), Origin.CORE));
                records.accept(plant.reads(Quantity.SOC, 50).snapshot());
                records.cycle();
                System.out.println(i);
                plant.passes(Duration.ofSeconds(20));
            }
        }
    }
}
