// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.logging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pigenny.core.api.EventFilter;
import org.pigenny.core.api.History;
import org.pigenny.core.model.Event;
import org.pigenny.core.model.Message;
import org.pigenny.core.model.Origin;
import org.pigenny.core.model.Quantity;
import org.pigenny.core.model.Severity;
import org.pigenny.core.model.settings.LoggingSettings;

class RecordsTest {
    private static final Instant START = Instant.parse("2026-01-31T10:00:00Z");

    @TempDir
    Path folder;

    private final Plant plant = new Plant(START);
    private Records records = new Records(Path.of("unused"), LoggingSettings.defaults(), plant.time);

    @BeforeEach
    void open() {
        records = reopened();
    }

    @AfterEach
    void close() {
        records.close();
    }

    private Records reopened() {
        return new Records(folder.resolve("data/controller.db"),
                new LoggingSettings(folder.resolve("csv").toString(), Duration.ofSeconds(600), 7), plant.time);
    }

    private static Event event(Instant at, Event.Kind kind, Severity severity, int number) {
        return new Event(at, kind, severity, Message.of("test.event", number), Optional.empty(), Origin.CORE);
    }

    @Test
    void anEventIsShownAtOnceAndFoundAfterARestart() throws InterruptedException {
        Event event = new Event(START, Event.Kind.OPERATOR, Severity.WARNING,
                Message.of("x", 40, Duration.ofMinutes(3)), Optional.of("G-101"), Origin.SCREEN);
        records.record(event);
        assertEquals(List.of(event), records.newest());
        records.cycle();
        records.close();
        records = reopened();
        assertEquals(List.of(), records.newest());
        records.cycle();
        assertEquals(List.of(event), records.newest());
        assertEquals(List.of(event), records.history().events(Instant.MAX, 10, EventFilter.ALL));
    }

    @Test
    void anEventOnItsWayToTheDiskIsAlreadyInTheHistory() throws InterruptedException {
        records.cycle();
        records.record(event(START, Event.Kind.SYSTEM, Severity.INFO, 1));
        assertEquals(1, records.history().events(Instant.MAX, 10, any -> true).size());
        records.cycle();
        assertEquals(1, records.history().events(Instant.MAX, 10, any -> true).size());
    }

    @Test
    void pagesByKeyShowEveryEventOnceEvenThoseOfOneInstant() throws InterruptedException {
        for (int i = 0; i < 95; i++) {
            records.record(event(START.plusSeconds(i / 20), Event.Kind.SYSTEM, Severity.INFO, i));
        }
        records.cycle();
        List<Event> seen = new ArrayList<>();
        List<Event> page = records.history().events(Instant.MAX, 10, EventFilter.ALL);
        while (!page.isEmpty()) {
            seen.addAll(page);
            page = records.history().events(page.getLast().at(), 10, EventFilter.ALL);
        }
        Set<Object> numbers = new HashSet<>();
        seen.forEach(event -> numbers.add(event.text().args().getFirst()));
        assertEquals(95, seen.size());
        assertEquals(95, numbers.size());
        assertEquals(94, seen.getFirst().text().args().getFirst());
    }

    @Test
    void filtersByKindAndSeverityAgreeWithTheirPredicate() throws InterruptedException {
        int number = 0;
        for (Event.Kind kind : Event.Kind.values()) {
            for (Severity severity : Severity.values()) {
                for (int i = 0; i < 3; i++) {
                    records.record(event(START.plusMillis(17L * number % 1000), kind, severity, number++));
                }
            }
        }
        records.cycle();
        History history = records.history();
        for (Severity severity : Severity.values()) {
            for (Set<Event.Kind> kinds : List.of(Set.<Event.Kind>of(), Set.of(Event.Kind.ENGINE),
                    Set.of(Event.Kind.ALARM, Event.Kind.OPERATOR))) {
                EventFilter filter = new EventFilter(kinds, severity);
                assertEquals(history.events(Instant.MAX, 50, event -> filter.test(event)),
                        history.events(Instant.MAX, 50, filter), filter.toString());
            }
        }
    }

    @Test
    void theCsvHasItsFirstRowWithTheFirstDataThenOneEveryInterval() throws Exception {
        plant.passes(Duration.ofSeconds(5));
        records.accept(plant.snapshot());
        records.cycle();
        assertFalse(Files.exists(folder.resolve("csv")));
        for (int second = 0; second <= 1800; second++) {
            plant.reads(Quantity.SOC, 50);
            records.accept(plant.snapshot());
            records.cycle();
            plant.passes(Duration.ofSeconds(1));
        }
        assertEquals(5, csv().size());
    }

    @Test
    void theCsvGoesOnWhenNothingArrivesAnyMore() throws Exception {
        records.accept(plant.reads(Quantity.SOC, 50).snapshot());
        records.cycle();
        plant.passes(Duration.ofSeconds(600));
        records.cycle();
        assertEquals(3, csv().size());
        assertTrue(csv().get(2).endsWith(",,,,,,,,,,,IDLE,"), csv().get(2));
    }

    private List<String> csv() throws IOException {
        return Files.readAllLines(folder.resolve("csv/data_20260131.csv"));
    }

    @Test
    void aSeriesIsThinnedAndAGapStaysAGap() throws InterruptedException {
        live(Duration.ofHours(2), 50);
        plant.passes(Duration.ofHours(3));
        live(Duration.ofHours(1), 60);
        List<History.Point> points = records.history().series(Quantity.SOC, START, START.plus(Duration.ofHours(6)), 36);
        // The value read last counts for another 75 s: a thirteenth bucket before the gap.
        assertEquals(13 + 6, points.size());
        assertEquals(new History.Point(START, 50, 50, 50), points.getFirst());
        assertEquals(START.plus(Duration.ofHours(5)), points.get(13).at());
        assertEquals(60, points.getLast().mean());
    }

    @Test
    void aMomentInAGapIsEmptyHoweverCoarseTheRowsAround() throws InterruptedException {
        live(Duration.ofHours(2), 50);
        plant.passes(Duration.ofHours(3));
        live(Duration.ofHours(1), 60);
        History history = records.history();
        assertEquals(50, history.moment(START.plus(Duration.ofMinutes(30))).orElseThrow().values().get(Quantity.SOC));
        for (int minutes : new int[]{130, 180, 240, 290}) {
            assertEquals(Optional.empty(), history.moment(START.plus(Duration.ofMinutes(minutes))), minutes + " min");
        }
        assertEquals(60, history.moment(START.plus(Duration.ofMinutes(330))).orElseThrow().values().get(Quantity.SOC));
    }

    @Test
    void aSeriesIsTheSameFromEveryLevelAndBeforeAndAfterTheFlush() throws InterruptedException {
        for (int minute = 0; minute < 600; minute++) {
            plant.reads(Quantity.LOAD_POWER, 500 + 100 * (minute % 10));
            live(Duration.ofMinutes(1), 50);
            plant.passes(Duration.ZERO);
        }
        Instant end = START.plus(Duration.ofHours(10));
        for (int points : new int[]{5, 40, 600, 3600}) {
            List<History.Point> load = records.history().series(Quantity.LOAD_POWER, START, end, points);
            assertEquals(950, load.stream().mapToDouble(History.Point::mean).average().orElseThrow(), 5, points + "");
            assertEquals(500, load.stream().mapToDouble(History.Point::min).min().orElseThrow());
            assertEquals(1400, load.stream().mapToDouble(History.Point::max).max().orElseThrow());
            assertEquals(Math.min(points, 3600), load.size());
        }
    }

    private void live(Duration span, double soc) throws InterruptedException {
        for (long second = 0; second < span.toSeconds(); second += 10) {
            plant.reads(Quantity.SOC, soc);
            records.accept(plant.snapshot());
            records.cycle();
            plant.passes(Duration.ofSeconds(10));
        }
        records.accept(plant.snapshot());
        records.cycle();
    }

    @Test
    void itsLoopWritesAndReportsProgressUntilItIsInterrupted() throws Exception {
        CountDownLatch looked = new CountDownLatch(3);
        Thread loop = new Thread(() -> {
            try {
                records.run(looked::countDown);
            } catch (InterruptedException e) {
                looked.countDown();
            }
        }, records.name());
        loop.start();
        records.record(event(START, Event.Kind.SYSTEM, Severity.INFO, 1));
        assertTrue(looked.await(20, TimeUnit.SECONDS));
        loop.interrupt();
        loop.join(20_000);
        assertFalse(loop.isAlive());
        assertTrue(Files.size(folder.resolve("data/controller.db")) > 0);
    }
}
