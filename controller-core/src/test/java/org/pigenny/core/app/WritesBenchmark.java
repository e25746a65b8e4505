// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.pigenny.core.model.EnginePhase;
import org.pigenny.core.model.LinkReport;
import org.pigenny.core.model.settings.LoggingSettings;
import org.pigenny.core.system.Timings;
import org.pigenny.core.time.TimeSource;

/**
 * What a core of an ordinary hour writes to the disk: real records and pace, readings every 30 s, state files in memory as on the
 * appliance. {@code java -cp … org.pigenny.core.app.WritesBenchmark MINUTES FOLDER}
 */
final class WritesBenchmark {
    private static final long POLL_S = 30;

    private WritesBenchmark() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        int minutes = Integer.parseInt(arguments[0]);
        Path disk = Files.createDirectories(Path.of(arguments[1]));
        Path memory = Files.createTempDirectory(Path.of("/dev/shm"), "pigenny-state");
        PlantedParts parts = new PlantedParts() {
            @Override
            public Log log(Path database, LoggingSettings settings, TimeSource plant) {
                return new RealParts().log(database, settings, plant);
            }
        };
        Home home = new Home(disk.resolve("settings"), disk.resolve("data"), memory, disk.resolve("logs"), true);
        CoreOptions base = CoreOptions.ofProcess();
        CoreProcess core = CoreProcess.start(base.withHome(home)
                .withEnvironment(Map.of())
                .withParts(parts)
                .withTimings(Timings.CONTRACT)
                .withOverrides(Map.of("health.ports", "0,0,0,0,0", "admin.port", "0")));
        try {
            live(parts, Duration.ofSeconds(60));
            long before = written();
            long bursts = live(parts, Duration.ofMinutes(minutes));
            System.out.printf(Locale.ROOT,
                    "%d min: %.2f MB an hour to the disk, in %.0f seconds of the hour; %d threads, %.1f MB of heap in use%n",
                    minutes, (written() - before) * 60.0 / minutes / 1e6, bursts * 60.0 / minutes,
                    Thread.activeCount(), DayWatch.heapMegabytes());
        } finally {
            core.close();
        }
    }

    /** Answers how many seconds had writing in them. */
    private static long live(PlantedParts parts, Duration time) throws IOException, InterruptedException {
        CountDownLatch never = new CountDownLatch(1);
        long bursts = 0;
        long before = written();
        for (int second = 0; second < time.toSeconds(); second++) {
            parts.devices().inverterLink(LinkReport.State.UP);
            parts.devices().relayLink(LinkReport.State.UP);
            parts.engine(EnginePhase.OFF);
            if (second % POLL_S == 0) {
                parts.devices().readings(60 - second / 600.0, 900 + second % 7, 300 + second % 11);
            }
            if (never.await(1, TimeUnit.SECONDS)) {
                return bursts;
            }
            long now = written();
            bursts += now > before ? 1 : 0;
            before = now;
        }
        return bursts;
    }

    /** Bytes of this process for block devices; files in memory do not count. */
    private static long written() throws IOException {
        String name = "write_bytes:";
        return Files.readAllLines(Path.of("/proc/self/io"))
                .stream()
                .filter(line -> line.startsWith(name))
                .mapToLong(line -> Long.parseLong(line.substring(name.length()).strip()))
                .findFirst()
                .orElse(0);
    }
}
