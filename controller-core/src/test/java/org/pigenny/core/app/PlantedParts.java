// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.app;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.pigenny.core.api.CoreSnapshot;
import org.pigenny.core.api.History;
import org.pigenny.core.model.EngineAnswer;
import org.pigenny.core.model.EngineCommand;
import org.pigenny.core.model.EnginePhase;
import org.pigenny.core.model.EngineReport;
import org.pigenny.core.model.Event;
import org.pigenny.core.model.EventSink;
import org.pigenny.core.model.InverterReport;
import org.pigenny.core.model.LinkReport;
import org.pigenny.core.model.Loop;
import org.pigenny.core.model.Quantity;
import org.pigenny.core.model.settings.InverterSettings;
import org.pigenny.core.model.settings.LoggingSettings;
import org.pigenny.core.model.settings.RelaySettings;
import org.pigenny.core.time.TimeSource;

/** Devices and records that live, remember what they were told, and misbehave on request. */
class PlantedParts implements Parts {
    /** How a loop behaves in its next life. */
    enum Manner {
        LIVE, THROW, HANG, DEADLOCK
    }

    final List<EngineCommand> submitted = new CopyOnWriteArrayList<>();
    final List<Event> recorded = new CopyOnWriteArrayList<>();
    final List<CoreSnapshot> snapshots = new CopyOnWriteArrayList<>();
    final List<java.util.Map<String, Double>> judged = new CopyOnWriteArrayList<>();
    final AtomicInteger inverterLives = new AtomicInteger();
    final AtomicInteger logLives = new AtomicInteger();
    final AtomicReference<Manner> inverter = new AtomicReference<>(Manner.LIVE);
    final AtomicReference<Manner> log = new AtomicReference<>(Manner.LIVE);

    /** Where the devices of the current life tell what they see. */
    private volatile PlantedDevices devices = PlantedDevices.NONE;

    /** The relay server tells of the engine now. */
    void engine(EnginePhase phase) {
        devices.engine(phase);
    }

    PlantedDevices devices() {
        return devices;
    }

    /** How the planted loop of each service behaves. */
    final Map<String, AtomicReference<Manner>> planted = new ConcurrentHashMap<>();

    void plant(String service, Manner manner) {
        planted(service).set(manner);
    }

    private AtomicReference<Manner> planted(String service) {
        return planted.computeIfAbsent(service, name -> new AtomicReference<>(Manner.LIVE));
    }

    @Override
    public List<Loop> more(String service, TimeSource real) {
        return List.of(new PlantedLoop("planted", planted(service), real));
    }

    @Override
    public Loop inverter(InverterSettings settings, Duration pollInterval, TimeSource plant, TimeSource real,
            Consumer<InverterReport> reports, Consumer<LinkReport> links, EventSink events) {
        inverterLives.incrementAndGet();
        reports.accept(InverterReport.NONE);
        devices = devices.withInverter(plant, reports, links);
        return new PlantedLoop("inverter", inverter, real);
    }

    @Override
    public Relay relay(RelaySettings settings, TimeSource plant, TimeSource real, Consumer<EngineReport> reports,
            Consumer<LinkReport> links, Consumer<EngineAnswer> answers, EventSink events) {
        PlantedLoop loop = new PlantedLoop("relay", new AtomicReference<>(Manner.LIVE), real);
        devices = devices.withRelay(plant, reports, links);
        return new Relay() {
            @Override
            public void submit(EngineCommand command) {
                submitted.add(command);
            }

            @Override
            public void renew() {}

            @Override
            public String name() {
                return loop.name();
            }

            @Override
            public void run(Runnable progress) throws InterruptedException {
                loop.run(progress);
            }
        };
    }

    @Override
    public Log log(Path database, LoggingSettings settings, TimeSource plant) {
        logLives.incrementAndGet();
        return new PlantedLog(new PlantedLoop("records", log, plant));
    }

    private record PlantedLoop(String name, AtomicReference<Manner> manner, TimeSource real) implements Loop {
        @Override
        public void run(Runnable progress) throws InterruptedException {
            while (true) {
                switch (Objects.requireNonNull(manner.get())) {
                    case LIVE -> progress.run();
                    case THROW -> throw new IllegalStateException("planted fault");
                    case HANG -> new CountDownLatch(1).await();
                    case DEADLOCK -> deadlock();
                }
                real.sleep(Duration.ofMillis(20));
            }
        }
    }

    /** Two threads, each waiting for the lock that the other holds: no interrupt ends it. */
    private static void deadlock() {
        Object mine = new Object();
        Object theirs = new Object();
        CountDownLatch both = new CountDownLatch(2);
        Thread other = new Thread(() -> hold(theirs, mine, both), "deadlocked");
        other.setDaemon(true);
        other.start();
        hold(mine, theirs, both);
    }

    private static void hold(Object first, Object second, CountDownLatch both) {
        synchronized (first) {
            both.countDown();
            while (both.getCount() > 0) {
                Thread.onSpinWait();
            }
            synchronized (second) {
                throw new IllegalStateException("the deadlock was none");
            }
        }
    }

    private final class PlantedLog implements Log {
        private final Loop loop;

        PlantedLog(Loop loop) {
            this.loop = loop;
        }

        @Override
        public void accept(CoreSnapshot snapshot) {
            snapshots.add(snapshot);
        }

        @Override
        public void record(Event event) {
            recorded.add(event);
        }

        @Override
        public History history() {
            return new NoHistory();
        }

        @Override
        public List<Event> newest() {
            return new ArrayList<>();
        }

        @Override
        public String name() {
            return loop.name();
        }

        @Override
        public void run(Runnable progress) throws InterruptedException {
            loop.run(progress);
        }

        @Override
        public void judge(java.util.Map<String, Double> values) {
            judged.add(values);
        }

        @Override
        public List<org.pigenny.core.model.AlarmReport> alarms() {
            return List.of();
        }

        @Override
        public boolean acknowledge(String code, org.pigenny.core.model.Origin who) {
            return false;
        }

        @Override
        public java.util.Map<String, Object> stats() {
            return java.util.Map.of("database", java.util.Map.of("unsynced_alarms", 3));
        }

        @Override
        public java.util.Map<String, Object> debug() {
            return java.util.Map.of("diagnostics", java.util.Map.of());
        }

        @Override
        public void close() {}
    }

    private static final class NoHistory implements History {
        @Override
        public List<Event> events(Instant before, int limit, Predicate<Event> wanted) {
            return List.of();
        }

        @Override
        public List<Point> series(Quantity quantity, Instant from, Instant to, int points) {
            return List.of();
        }

        @Override
        public List<Run> runs(int limit) {
            return List.of();
        }
    }
}
