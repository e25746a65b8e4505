// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.olimex.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.LongSupplier;

/**
 * The log of what was asked and what was done, bounded in size: two generations. Lines are written by the keeper's thread;
 * nobody who moves relays waits for the flash.
 */
final class Journal {
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);
    private static final double NANOS = 1e9;

    private final Path file;
    private final long mostBytes;
    private final LongSupplier clock;
    private final Keeper keeper;
    private boolean complained;

    Journal(Path file, long mostBytes, LongSupplier clock, Keeper keeper) {
        this.file = file;
        this.mostBytes = mostBytes;
        this.clock = clock;
        this.keeper = keeper;
    }

    Path file() {
        return file;
    }

    /** One line, stamped with the time since boot, which always goes on, and the wall clock, which may be wrong. */
    void line(String text) {
        String line = String.format(Locale.ROOT, "%.3f %s %s%n", clock.getAsLong() / NANOS,
                STAMP.format(LocalDateTime.now(ZoneId.systemDefault())), text);
        keeper.later(() -> append(line));
    }

    /** A line that the service manager's own log should have, too. */
    void notice(String text) {
        System.out.println(text);
        line(text);
    }

    private void append(String line) {
        try {
            if (Files.exists(file) && Files.size(file) + line.length() > mostBytes) {
                Files.move(file, file.resolveSibling(file.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
            }
            Files.writeString(file, line, StandardCharsets.UTF_8, StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
            complained = false;
        } catch (IOException e) {
            if (!complained) {
                complained = true;
                System.err.println("Cannot write log " + file + ": " + e);
            }
        }
    }
}
