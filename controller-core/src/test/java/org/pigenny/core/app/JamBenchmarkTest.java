// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.app;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pigenny.core.app.PlantedParts.Manner;
import org.pigenny.core.time.ScaledTime;
import org.pigenny.core.time.SystemTime;

/** Latency of the control tick while bus, disk and screen are jammed; docs/benchmarks-platform.md has the figures. */
final class JamBenchmarkTest {
    private static final double SPEED = 100;
    private static final int SCREEN_JAM_MS = 50;

    @TempDir
    Path home;

    @Test
    void control_goes_on_ticking_while_bus_disk_and_screen_are_jammed() throws Exception {
        List<Long> micros = ticks(500);
        assertTrue(percentile(micros, 50) < 100_000, () -> "median " + percentile(micros, 50) + " µs");
    }

    @Tag("soak")
    @Test
    void figures() throws Exception {
        List<Long> micros = ticks(20_000);
        Files.writeString(Path.of("target/jam-benchmark.txt"), String.format(Locale.ROOT,
                "ticks %d, median %d µs, p99 %d µs, p99.9 %d µs, worst %d µs%n", micros.size(), percentile(micros, 50),
                percentile(micros, 99), percentile(micros, 99.9), percentile(micros, 100)));
    }

    private List<Long> ticks(int count) throws IOException {
        SystemTime real = new SystemTime();
        List<Long> micros = new CopyOnWriteArrayList<>();
        CountDownLatch never = new CountDownLatch(1);
        try (CoreBench bench = new CoreBench(home, options -> options
                .withPlantTime(new ScaledTime(real, SPEED, real.wall()))
                .withTimings(CoreBench.PATIENT))) {
            bench.awaitHealthy();
            bench.parts.inverter.set(Manner.HANG);
            bench.parts.log.set(Manner.HANG);
            bench.core.subscribe(now -> {
                try {
                    never.await(SCREEN_JAM_MS, java.util.concurrent.TimeUnit.MILLISECONDS);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
            bench.core.onTick(report -> micros.add(report.tickMicros()));
            CoreBench.await(() -> micros.size() >= count, () -> count + " ticks, but " + micros.size(),
                    Duration.ofMinutes(10));
        }
        List<Long> sorted = new ArrayList<>(micros);
        sorted.sort(null);
        return sorted;
    }

    private static long percentile(List<Long> sorted, double percent) {
        return sorted.get((int) Math.min(sorted.size() - 1L, Math.round(sorted.size() * percent / 100)));
    }
}
