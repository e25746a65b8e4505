// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.olimex.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Time since the machine was switched on: it goes on across processes and knows nothing of the wall clock, which this board
 * does not have and which may step by years when it gets one.
 */
public final class BootClock {
    private static final Path UPTIME = Path.of("/proc/uptime");
    private static final Path BOOT_ID = Path.of("/proc/sys/kernel/random/boot_id");

    private final long offset;
    private final String boot;

    /** Ties this process's own monotonic time to that of the machine. */
    public BootClock() {
        long before = System.nanoTime();
        offset = uptimeNanos() - before;
        boot = read(BOOT_ID);
    }

    private static long uptimeNanos() {
        String text = read(UPTIME);
        int end = text.indexOf(' ');
        return end < 0 ? System.nanoTime() : (long) (Double.parseDouble(text.substring(0, end)) * 1e9);
    }

    private static String read(Path path) {
        try {
            return Files.readString(path, StandardCharsets.US_ASCII).trim();
        } catch (IOException e) {
            // Not a Linux: times do not go on across processes there, and the boots never match.
            return "";
        }
    }

    public long nanos() {
        return System.nanoTime() + offset;
    }

    /** Names this boot of the machine. */
    public String boot() {
        return boot;
    }

    /** Whether times that were kept then can be compared with those of now. */
    boolean sameBoot(@Nullable String then) {
        return !boot.isEmpty() && boot.equals(then);
    }
}
