// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.system;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.pigenny.core.model.Loop;
import org.pigenny.core.time.TimeSource;

/**
 * Feeds systemd's watchdog, but only while every loop of every critical service and the supervisor itself make progress. A
 * process that lives without working is ended from outside.
 */
public final class Watchdog implements Loop {
    private static final Duration SUPERVISOR_SILENT = Duration.ofSeconds(30);
    private static final Duration DEFAULT_LOOK = Duration.ofSeconds(10);

    private final SdNotify notify;
    private final Duration interval;
    private final List<Service> services;
    private final LongSupplier supervisorNanos;
    private final TimeSource real;

    /** @param supervisorNanos last sign of life of the supervisor */
    public Watchdog(SdNotify notify, Map<String, String> environment, List<Service> services,
            LongSupplier supervisorNanos, TimeSource real) {
        this.notify = notify;
        this.interval = interval(environment);
        this.services = services.stream().filter(Service::critical).toList();
        this.supervisorNanos = supervisorNanos;
        this.real = real;
    }

    /** A third of what systemd allows, so that one late feed costs nothing. */
    private static Duration interval(Map<String, String> environment) {
        return Optional.ofNullable(environment.get("WATCHDOG_USEC"))
                .filter(text -> text.matches("[0-9]{4,15}"))
                .map(text -> Duration.ofNanos(Long.parseLong(text) * 1000 / 3))
                .orElse(DEFAULT_LOOK);
    }

    @Override
    public String name() {
        return "watchdog";
    }

    @Override
    public void run(Runnable progress) throws InterruptedException {
        while (true) {
            look();
            progress.run();
            Waits.sleep(real, interval, progress);
        }
    }

    /** Feeds, or does not and says why. */
    void look() {
        Optional<String> trouble = trouble();
        notify.send(trouble.isEmpty() ? "WATCHDOG=1" : "STATUS=not fed: " + trouble.get());
    }

    private Optional<String> trouble() {
        if (real.nanos() - supervisorNanos.getAsLong() > SUPERVISOR_SILENT.toNanos()) {
            return Optional.of("the supervisor stands still");
        }
        return services.stream()
                .filter(service -> !service.health().healthy())
                .findFirst()
                .map(service -> service.name() + " " + service.health().detail());
    }
}
