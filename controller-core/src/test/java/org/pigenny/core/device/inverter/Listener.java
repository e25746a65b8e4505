// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.device.inverter;

import static org.junit.jupiter.api.Assertions.fail;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.pigenny.core.model.Event;
import org.pigenny.core.model.InverterReport;
import org.pigenny.core.model.LinkReport;
import org.pigenny.core.model.settings.InverterSettings;
import org.pigenny.core.time.SystemTime;
import org.pigenny.core.time.TimeSource;

/** Runs a poller on a thread of its own and waits for what it says. */
final class Listener implements AutoCloseable {
    static final Duration LIMIT = Duration.ofSeconds(20);

    private final List<InverterReport> reports = new ArrayList<>();
    private final List<LinkReport> links = new ArrayList<>();
    private final List<Event> events = new ArrayList<>();
    private final Thread thread;

    Listener(InverterSettings settings, Duration interval, TimeSource plant) {
        InverterPoller poller = new InverterPoller(settings, interval, plant, new SystemTime(),
                report -> note(reports, report), link -> note(links, link), event -> note(events, event));
        thread = Thread.ofPlatform().name(poller.name()).start(() -> {
            try {
                poller.run(() -> {});
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private synchronized <T> void note(List<T> list, T item) {
        list.add(item);
        notifyAll();
    }

    synchronized InverterReport report(Predicate<InverterReport> wanted) throws InterruptedException {
        return await(reports, wanted);
    }

    synchronized LinkReport link(Predicate<LinkReport> wanted) throws InterruptedException {
        return await(links, wanted);
    }

    synchronized List<Event> events() {
        return List.copyOf(events);
    }

    private <T> T await(List<T> list, Predicate<T> wanted) throws InterruptedException {
        long until = System.nanoTime() + LIMIT.toNanos();
        while (list.isEmpty() || !wanted.test(list.getLast())) {
            long left = (until - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                fail("last was " + (list.isEmpty() ? "nothing" : list.getLast()));
            }
            wait(left);
        }
        return list.getLast();
    }

    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join(LIMIT);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (thread.isAlive()) {
            fail("the poller does not end when it is interrupted");
        }
    }
}
