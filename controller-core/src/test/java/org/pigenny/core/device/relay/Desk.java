// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.device.relay;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.pigenny.core.model.EngineAnswer;
import org.pigenny.core.model.EngineCommand;
import org.pigenny.core.model.EnginePhase;
import org.pigenny.core.model.EngineReport;
import org.pigenny.core.model.Event;
import org.pigenny.core.model.LinkReport;
import org.pigenny.core.model.settings.RelaySettings;
import org.pigenny.core.time.SystemTime;

/** A client on its thread, with everything that it told. */
final class Desk implements AutoCloseable {
    private static final long GENEROUS_NANOS = TimeUnit.SECONDS.toNanos(30);

    final List<Event> events = new ArrayList<>();
    private final SystemTime time = new SystemTime();
    private final Set<EnginePhase> phases = EnumSet.noneOf(EnginePhase.class);
    private final List<EngineAnswer> answers = new ArrayList<>();
    private Optional<EngineReport> report = Optional.empty();
    private Optional<LinkReport> link = Optional.empty();
    private @Nullable RelayClient client;
    private @Nullable Thread thread;
    private volatile boolean renewing;

    void connect(int port) {
        connect(port, "");
    }

    void connect(int port, String keyFile) {
        synchronized (this) {
            answers.clear();
            link = Optional.empty();
        }
        RelayClient fresh = new RelayClient(new RelaySettings("127.0.0.1", port, keyFile, Duration.ofHours(1)), time,
                time, this::take, this::take, this::take, this::take);
        client = fresh;
        thread = Thread.ofPlatform().name(fresh.name()).start(() -> {
            try {
                fresh.run(() -> {
                    if (renewing) {
                        fresh.renew();
                    }
                });
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    /** Whether a control loop that is alive is played. */
    void renewing(boolean on) {
        renewing = on;
    }

    RelayClient client() {
        RelayClient now = client;
        if (now == null) {
            throw new IllegalStateException("not connected");
        }
        return now;
    }

    private synchronized void take(EngineReport newest) {
        report = Optional.of(newest);
        phases.add(newest.phase());
        notifyAll();
    }

    private synchronized void take(LinkReport newest) {
        link = Optional.of(newest);
        notifyAll();
    }

    private synchronized void take(EngineAnswer newest) {
        answers.add(newest);
        notifyAll();
    }

    private synchronized void take(Event event) {
        events.add(event);
    }

    /** Whether an event with this key was told. */
    synchronized boolean heard(String key) {
        return events.stream().anyMatch(event -> event.text().key().equals(key));
    }

    synchronized Set<EnginePhase> phases() {
        return EnumSet.copyOf(phases);
    }

    EngineReport await(Predicate<EngineReport> wanted) {
        return awaiting(() -> report.filter(wanted));
    }

    LinkReport awaitLink(LinkReport.State state) {
        return awaiting(() -> link.filter(newest -> newest.state() == state));
    }

    EngineAnswer answer(EngineCommand command) {
        return awaiting(() -> answers.stream().filter(answer -> answer.command() == command).findFirst());
    }

    private synchronized <T> T awaiting(Supplier<Optional<T>> wanted) {
        long until = System.nanoTime() + GENEROUS_NANOS;
        try {
            for (Optional<T> found = wanted.get();; found = wanted.get()) {
                if (found.isPresent()) {
                    return found.get();
                }
                long left = TimeUnit.NANOSECONDS.toMillis(until - System.nanoTime());
                if (left <= 0) {
                    throw new AssertionError("never came: " + report + " " + link);
                }
                wait(left);
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        Thread running = thread;
        if (running != null) {
            running.interrupt();
            try {
                running.join(TimeUnit.SECONDS.toMillis(10));
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
    }
}
