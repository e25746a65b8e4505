// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.olimex.server;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.LongSupplier;

/** Uptime, memory and disk of the machine, as STATUS says them. Looked at every few seconds at most. */
final class HostStats {
    private static final long FRESH = 5_000_000_000L;
    private static final double GIGA = 1024.0 * 1024 * 1024;
    private static final long SECONDS_PER_MINUTE = 60;
    private static final long SECONDS_PER_HOUR = 3600;

    private final LongSupplier clock;
    private long lookedAt;
    private boolean looked;
    private String memory = "0%";
    private String disk = "0.0G free (0% used)";

    HostStats(LongSupplier bootClock) {
        clock = bootClock;
    }

    /** {@code 6h45m} since the machine was switched on. */
    String uptime() {
        long seconds = clock.getAsLong() / 1_000_000_000L;
        return seconds / SECONDS_PER_HOUR + "h" + seconds % SECONDS_PER_HOUR / SECONDS_PER_MINUTE + "m";
    }

    /** {@code 42%} of the memory is in use. */
    String memory() {
        look();
        return memory;
    }

    /** {@code 1.2G free (35% used)} of the root file system. */
    String disk() {
        look();
        return disk;
    }

    private void look() {
        long now = clock.getAsLong();
        if (looked && now - lookedAt < FRESH) {
            return;
        }
        looked = true;
        lookedAt = now;
        memory = memoryUsed() + "%";
        File root = new File("/");
        long total = root.getTotalSpace();
        long free = root.getUsableSpace();
        long used = total == 0 ? 0 : 100 * (total - free) / total;
        disk = String.format(Locale.ROOT, "%.1fG free (%d%% used)", free / GIGA, used);
    }

    private static long memoryUsed() {
        try {
            long total = 0;
            long available = 0;
            for (String line : Files.readAllLines(Path.of("/proc/meminfo"), StandardCharsets.US_ASCII)) {
                if (line.startsWith("MemTotal:")) {
                    total = kilobytes(line);
                } else if (line.startsWith("MemAvailable:")) {
                    available = kilobytes(line);
                }
            }
            return total == 0 ? 0 : 100 * (total - available) / total;
        } catch (IOException e) {
            // Not a Linux: the Java heap is all that there is to tell.
            Runtime runtime = Runtime.getRuntime();
            return 100 * (runtime.totalMemory() - runtime.freeMemory()) / runtime.maxMemory();
        }
    }

    private static long kilobytes(String line) {
        String[] words = line.trim().split("\\s+");
        return Long.parseLong(words[1]);
    }
}
