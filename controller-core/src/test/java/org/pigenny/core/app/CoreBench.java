// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.app;

import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.pigenny.core.api.CoreSnapshot;
import org.pigenny.core.json.Json;
import org.pigenny.core.model.ServiceReport;
import org.pigenny.core.system.Timings;

/** A core on a folder of its own, free ports and short waits, with planted parts. */
final class CoreBench implements AutoCloseable {
    /** The contract's numbers, a hundred times as fast where they are waits. */
    static final Timings QUICK = new Timings(Duration.ofMillis(1), Duration.ofMillis(20), Duration.ofMillis(20),
            Duration.ofSeconds(5), Duration.ofMillis(20), Duration.ofMillis(20), Duration.ofMillis(50),
            Duration.ofSeconds(5), Duration.ofMillis(100), 3, Duration.ofMinutes(5), 1000, Duration.ofMinutes(30),
            Duration.ofSeconds(2), Duration.ofMillis(5), Duration.ofSeconds(3), Duration.ofSeconds(3));
    /** Gives up on a service soon. */
    static final Timings IMPATIENT = new Timings(QUICK.afterSpawn(), QUICK.firstProbe(), QUICK.startupPoll(),
            Duration.ofSeconds(2), QUICK.serviceGap(), QUICK.grace(), QUICK.probeInterval(), QUICK.probeTimeout(),
            QUICK.restartCooldown(), QUICK.maxRestarts(), QUICK.retryAfterGivingUp(), QUICK.flapRestarts(),
            QUICK.flapWindow(), QUICK.stopWait(), QUICK.stopGap(), QUICK.hangAfter(), QUICK.hangSlowAfter());
    /** Leaves a failed service alone for a second. */
    static final Timings SLOW_TO_MEND = new Timings(QUICK.afterSpawn(), QUICK.firstProbe(), QUICK.startupPoll(),
            QUICK.startupTimeout(), QUICK.serviceGap(), QUICK.grace(), QUICK.probeInterval(), QUICK.probeTimeout(),
            Duration.ofSeconds(1), QUICK.maxRestarts(), QUICK.retryAfterGivingUp(), QUICK.flapRestarts(),
            QUICK.flapWindow(), QUICK.stopWait(), QUICK.stopGap(), QUICK.hangAfter(), QUICK.hangSlowAfter());
    /** Never takes anything for hung. */
    static final Timings PATIENT = new Timings(QUICK.afterSpawn(), QUICK.firstProbe(), QUICK.startupPoll(),
            QUICK.startupTimeout(), QUICK.serviceGap(), QUICK.grace(), QUICK.probeInterval(), QUICK.probeTimeout(),
            QUICK.restartCooldown(), QUICK.maxRestarts(), QUICK.retryAfterGivingUp(), QUICK.flapRestarts(),
            QUICK.flapWindow(), QUICK.stopWait(), QUICK.stopGap(), Duration.ofHours(1), Duration.ofHours(1));
    /** Takes nothing for hung, and gives up at the first fault: for plant time that stands still. */
    static final Timings UNSHAKEABLE = new Timings(QUICK.afterSpawn(), QUICK.firstProbe(), QUICK.startupPoll(),
            QUICK.startupTimeout(), QUICK.serviceGap(), QUICK.grace(), QUICK.probeInterval(), QUICK.probeTimeout(),
            QUICK.restartCooldown(), 0, Duration.ofMillis(200), QUICK.flapRestarts(),
            QUICK.flapWindow(), QUICK.stopWait(), QUICK.stopGap(), Duration.ofHours(1), Duration.ofHours(1));
    private static final Duration LIMIT = Duration.ofSeconds(30);

    final PlantedParts parts = new PlantedParts();
    final CoreProcess core;

    CoreBench(Path home) {
        this(home, UnaryOperator.identity());
    }

    CoreBench(Path home, UnaryOperator<CoreOptions> more) {
        core = CoreProcess.start(more.apply(CoreOptions.ofProcess()
                .withEnvironment(Map.of())
                .withHome(Home.under(home))
                .withParts(parts)
                .withTimings(QUICK)
                .withOverrides(quick())));
    }

    static Map<String, String> quick() {
        return new TreeMap<>(Map.of("health.ports", "0,0,0,0,0", "health.service_gap_s", "0.02", "health.first_probe_s",
                "0.02", "admin.port", "0",
                "generator.poll_interval_s", "1"));
    }

    void awaitHealthy() {
        await("all services healthy", snapshot -> snapshot.services().size() == 5
                && snapshot.services().stream().allMatch(s -> s.state() == ServiceReport.State.HEALTHY));
    }

    static boolean healthy(ServiceReport service) {
        return service.state() == ServiceReport.State.HEALTHY;
    }

    CoreSnapshot await(String what, Predicate<CoreSnapshot> wanted) {
        await(() -> wanted.test(core.snapshot()), () -> what + ", but " + core.snapshot());
        return core.snapshot();
    }

    static void await(BooleanSupplier wanted, Supplier<String> what) {
        await(wanted, what, LIMIT);
    }

    static void await(BooleanSupplier wanted, Supplier<String> what, Duration limit) {
        long end = System.nanoTime() + limit.toNanos();
        CountDownLatch never = new CountDownLatch(1);
        while (!wanted.getAsBoolean()) {
            if (System.nanoTime() > end) {
                fail("expected " + what.get());
            }
            try {
                if (never.await(10, TimeUnit.MILLISECONDS)) {
                    return;
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                fail("interrupted");
            }
        }
    }

    int port(String service) {
        return Objects.requireNonNull(core.healthPorts().get(service));
    }

    /** The JSON object at a page of a service's port. */
    Map<String, @Nullable Object> get(String service, String path) throws IOException, InterruptedException {
        return Json.readObject(http(service, path, "GET").body()).orElseThrow();
    }

    HttpResponse<String> http(String service, String path, String method) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port(service) + path))
                    .method(method, HttpRequest.BodyPublishers.noBody())
                    .timeout(LIMIT)
                    .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }

    /** Asks the administration; without a token when it is empty. */
    HttpResponse<String> admin(String method, String path, String token, String body)
            throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest.Builder request = HttpRequest
                    .newBuilder(URI.create("http://127.0.0.1:" + core.adminPort() + path))
                    .timeout(LIMIT)
                    .method(method, HttpRequest.BodyPublishers.ofString(body));
            if (!token.isEmpty()) {
                request.header("Authorization", "Bearer " + token);
            }
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        }
    }

    /** An answer of the core over its ports. */
    interface Page {
        String get() throws IOException, InterruptedException;
    }

    /** For what is awaited: in place of an answer that did not come, why it did not. */
    static String said(Page page) {
        try {
            return page.get();
        } catch (IOException e) {
            return e.toString();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return e.toString();
        }
    }

    @Override
    public void close() {
        core.close();
    }
}
