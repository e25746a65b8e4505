// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.app.setup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.pigenny.core.api.Commissioning.Search;
import org.pigenny.core.device.inverter.InverterPoller;
import org.pigenny.core.device.modbus.Answer;
import org.pigenny.core.device.modbus.Ask;
import org.pigenny.core.device.modbus.Table;
import org.pigenny.core.model.InverterReport;
import org.pigenny.core.model.LinkReport;
import org.pigenny.core.model.Loop;
import org.pigenny.core.model.Quantity;
import org.pigenny.core.model.settings.InverterSettings;
import org.pigenny.core.simulation.inverter.BatteryModel;
import org.pigenny.core.simulation.inverter.Charger;
import org.pigenny.core.simulation.inverter.House;
import org.pigenny.core.simulation.inverter.SimulatedInverter;
import org.pigenny.core.time.SystemTime;

/** A search for the inverter borrows the line of a poller that runs, on a real pseudo-terminal. */
@Timeout(120)
final class InverterBayTest {
    private static final Duration POLL = Duration.ofMillis(200);
    private static final long LIMIT_S = 30;

    private final SystemTime time = new SystemTime();
    private final LinkedBlockingQueue<InverterReport> reports = new LinkedBlockingQueue<>();
    private final LinkedBlockingQueue<LinkReport> links = new LinkedBlockingQueue<>();

    @Test
    void aSearchHasThePortToItselfAndPollingGoesOnAfterwards() throws Exception {
        try (SimulatedInverter inverter = inverter()) {
            InverterSettings settings = inverter.reach(InverterSettings.defaults());
            InverterPoller poller = new InverterPoller(settings, POLL, time, time, reports::add, links::add,
                    event -> {});
            InverterBay bay = new InverterBay(poller, settings, time);
            Thread loop = run(bay);
            try (Neighbour neighbour = new Neighbour(poller, settings.slave())) {
                polls();
                for (int i = 0; i < 2; i++) {
                    Search search = bay.search(List.of());
                    assertEquals(List.of(settings.port()), search.found().stream().map(found -> found.port()).toList(),
                            () -> search.heard().toString());
                    assertEquals(settings.baud(), search.found().getFirst().baud());
                    assertEquals(settings.slave(), search.found().getFirst().slave());
                    polls();
                }
                neighbour.asks();
            } finally {
                end(loop);
            }
            assertFalse(poller.bus().isOpen(), "the port is free for the next owner");
            assertEquals("setup.ports.busy", bay.search(List.of()).heard().getFirst().key());
        }
    }

    @Test
    void aSearchThatMeetsTheEndOfItsServiceIsToldSoAtOnce() throws Exception {
        CountDownLatch runs = new CountDownLatch(1);
        InverterBay bay = new InverterBay(loop(runs), InverterSettings.defaults(), time);
        Thread thread = Thread.ofPlatform().name("ended").start(() -> {
            try {
                bay.run(() -> {
                    // What an abandoned life is told at its next step.
                    throw new IllegalStateException("abandoned");
                });
            } catch (InterruptedException | IllegalStateException e) {
                Thread.currentThread().interrupt();
            }
        });
        assertTrue(runs.await(LIMIT_S, TimeUnit.SECONDS));
        Search search = bay.search(List.of());
        assertEquals(List.of(), search.found());
        assertEquals("setup.ports.busy", search.heard().getFirst().key());
        thread.join();
    }

    private static Loop loop(CountDownLatch runs) {
        return new Loop() {
            @Override
            public String name() {
                return "inverter";
            }

            @Override
            public void run(Runnable progress) throws InterruptedException {
                runs.countDown();
                new CountDownLatch(1).await();
            }
        };
    }

    private SimulatedInverter inverter() throws Exception {
        return SimulatedInverter.start(new BatteryModel(time, ZoneOffset.UTC, House.RECORDED, Charger.none(), 44));
    }

    /** Waits for polls that are made from now on and are right. */
    private void polls() throws InterruptedException {
        reports.clear();
        links.clear();
        for (int i = 0; i < 2; i++) {
            InverterReport report = reports.poll(LIMIT_S, TimeUnit.SECONDS);
            assertTrue(report != null && report.readings().containsKey(Quantity.SOC), () -> report + " " + links);
        }
    }

    private static Thread run(InverterBay bay) {
        return Thread.ofPlatform().name("bay").start(() -> {
            try {
                bay.run(() -> {});
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private static void end(Thread thread) throws InterruptedException {
        thread.interrupt();
        assertTrue(thread.join(Duration.ofSeconds(LIMIT_S)), "it ends when it is interrupted");
    }

    /** Another device on the same wire, that asks all the time and must always be answered, sooner or later. */
    private static final class Neighbour implements AutoCloseable {
        private final AtomicBoolean closed = new AtomicBoolean();
        private final LinkedBlockingQueue<Answer> answers = new LinkedBlockingQueue<>();
        private final Thread thread;

        Neighbour(InverterPoller poller, int slave) {
            thread = Thread.ofPlatform().name("neighbour").start(() -> {
                try {
                    while (!closed.get()) {
                        answers.add(poller.bus()
                                .ask(new Ask.Read(slave, Table.INPUT, 0, 4), Duration.ofSeconds(2))
                                .answer());
                    }
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
        }

        void asks() {
            assertFalse(answers.isEmpty());
            assertEquals(List.of(), answers.stream().filter(answer -> !(answer instanceof Answer.Words)).toList());
        }

        @Override
        public void close() {
            closed.set(true);
            try {
                end(thread);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
