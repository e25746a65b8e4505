// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.pigenny.core.model.Loop;
import org.pigenny.core.time.ManualTime;

final class ServiceTest {
    private static final Duration PROBE = Duration.ofSeconds(20);
    private final ManualTime time = new ManualTime(Instant.parse("2026-01-05T12:00:00Z"));
    private final BlockingQueue<String> said = new LinkedBlockingQueue<>();
    private Service service = service(List::of);

    @AfterEach
    void stop() throws InterruptedException {
        service.stop(Duration.ofSeconds(5));
        service.close();
    }

    @Test
    void health_follows_the_progress_of_the_loop_not_the_life_of_its_thread() throws Exception {
        CountDownLatch hang = new CountDownLatch(1);
        service = service(() -> List.of(loop(progress -> {
            progress.run();
            said.add("progress");
            hang.await();
        })));
        service.start();
        expect("progress");
        assertTrue(service.probe(PROBE).join().healthy());
        time.advance(Duration.ofSeconds(10));
        assertTrue(service.probe(PROBE).join().healthy());
        time.advance(Duration.ofSeconds(1));
        assertEquals("health answered 503 unhealthy: work made no progress for 11 s",
                service.probe(PROBE).join().detail());
        hang.countDown();
    }

    @Test
    void a_loop_that_ends_by_a_fault_is_unhealthy_and_says_which() throws Exception {
        service = service(() -> List.of(loop(progress -> {
            throw new IllegalArgumentException("planted");
        })));
        service.start();
        awaitUnhealthy("work ended by java.lang.IllegalArgumentException: planted");
    }

    @Test
    void a_service_that_cannot_be_built_is_unhealthy_and_says_why() throws Exception {
        service = service(() -> {
            throw new IllegalStateException("no such thing");
        });
        service.start();
        awaitUnhealthy("cannot be built: java.lang.IllegalStateException: no such thing");
    }

    @Test
    void a_hung_loop_is_replaced_and_cannot_act_when_it_comes_back() throws Exception {
        AtomicInteger lives = new AtomicInteger();
        CountDownLatch wake = new CountDownLatch(1);
        service = service(() -> {
            int life = lives.incrementAndGet();
            return List.of(loop(progress -> {
                progress.run();
                said.add("life " + life);
                awaitDeaf(wake);
                try {
                    progress.run();
                    said.add("acted " + life);
                } finally {
                    said.add("over " + life);
                }
            }));
        });
        service.start();
        expect("life 1");
        service.kill();
        service.start();
        expect("life 2");
        service.kill();
        wake.countDown();
        assertTrue(said.poll(20, TimeUnit.SECONDS).startsWith("over"));
        assertTrue(said.poll(20, TimeUnit.SECONDS).startsWith("over"));
        assertTrue(said.isEmpty(), said::toString);
    }

    /** As a loop that ignores interrupts would. */
    private static void awaitDeaf(CountDownLatch latch) {
        while (latch.getCount() > 0) {
            try {
                latch.await();
            } catch (InterruptedException deaf) {
                assertFalse(Thread.currentThread().isInterrupted());
            }
        }
    }

    @Test
    void a_busy_port_costs_the_service_only_its_port_and_is_taken_when_it_becomes_free() throws Exception {
        int port;
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = taken.getLocalPort();
            service = new Service(new ServicePlan("test", true, port, () -> List.of(living()),
                    Duration.ofSeconds(10), Map::of, List.of()), time, code -> said.add("halt " + code),
                    event -> said.add(event.text().key()));
            service.start();
            expect("service.port_taken");
            expect("living");
            assertTrue(service.doorRefused());
            assertEquals(0, service.port());
            assertTrue(service.probe(PROBE).join().healthy());
        }
        assertTrue(service.probe(PROBE).join().healthy());
        assertEquals(port, service.port());
        assertFalse(service.doorRefused());
    }

    @Test
    void exhausted_memory_ends_the_process() throws Exception {
        service = service(() -> List.of(loop(progress -> {
            throw new OutOfMemoryError("planted");
        })));
        service.start();
        expect("halt 3");
    }

    @Test
    void stop_waits_for_the_loops_and_interrupts_them() throws Exception {
        AtomicReference<String> end = new AtomicReference<>("running");
        service = service(() -> List.of(loop(progress -> {
            said.add("up");
            try {
                new CountDownLatch(1).await();
            } finally {
                end.set("cleaned up");
            }
        })));
        service.start();
        expect("up");
        service.stop(Duration.ofSeconds(20));
        assertEquals("cleaned up", end.get());
    }

    private Loop living() {
        return loop(progress -> {
            progress.run();
            said.add("living");
            new CountDownLatch(1).await();
        });
    }

    private interface Body {
        void run(Runnable progress) throws InterruptedException;
    }

    private static Loop loop(Body body) {
        return new Loop() {
            @Override
            public String name() {
                return "work";
            }

            @Override
            public void run(Runnable progress) throws InterruptedException {
                body.run(progress);
            }
        };
    }

    private Service service(Supplier<List<Loop>> build) {
        return new Service(new ServicePlan("test", true, 0, build, Duration.ofSeconds(10), Map::of, List.of()), time,
                code -> said.add("halt " + code), event -> said.add(event.text().key()));
    }

    private void expect(String what) throws InterruptedException {
        assertEquals(what, said.poll(20, TimeUnit.SECONDS));
    }

    private void awaitUnhealthy(String detail) {
        long limit = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        Health health = service.health();
        while (!health.detail().equals(detail)) {
            assertTrue(System.nanoTime() < limit, health.detail());
            Thread.onSpinWait();
            health = service.health();
        }
        assertEquals(detail, health.detail());
    }
}
