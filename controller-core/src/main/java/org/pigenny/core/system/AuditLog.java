// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.system;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.pigenny.core.json.Json;
import org.pigenny.core.model.Loop;
import org.pigenny.core.time.TimeSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who asked for what, and what was answered: one JSON object a line, only ever appended, on a thread of its own. A full file
 * is set aside under the same name and {@code .1}, in place of the one before: the disk holds two at most.
 */
public final class AuditLog implements Loop {
    private static final Logger LOG = LoggerFactory.getLogger(AuditLog.class);

    private static final int MOST_WAITING = 1000;
    /** Some ten thousand entries: years of a family's presses. */
    private static final long MOST_BYTES = 2_000_000;
    private static final long WAIT_MILLIS = 500;

    private final Path file;
    private final Path older;
    private final long mostBytes;
    private final TimeSource real;
    private final BlockingQueue<Map<String, @Nullable Object>> waiting = new ArrayBlockingQueue<>(MOST_WAITING);

    public AuditLog(Path file, TimeSource real) {
        this(file, real, MOST_BYTES);
    }

    /** @param mostBytes of one file, above 0; it ends with the entry that reaches them */
    AuditLog(Path file, TimeSource real, long mostBytes) {
        this.file = file;
        this.older = file.resolveSibling(file.getFileName() + ".1");
        this.mostBytes = mostBytes;
        this.real = real;
    }

    /** Returns at once; whoever asks must not wait for a disk. */
    public void write(String who, String what, boolean accepted, String answer) {
        Map<String, @Nullable Object> entry = Json.object("timestamp", real.wall(), "who", who, "what", what,
                "accepted", accepted, "answer", answer);
        if (!waiting.offer(entry)) {
            LOG.error("[ERROR] The audit log {} falls behind: {}", file, Json.line(entry));
        }
    }

    @Override
    public String name() {
        return "audit";
    }

    @Override
    public void run(Runnable progress) throws InterruptedException {
        while (true) {
            Map<String, @Nullable Object> entry = waiting.poll(WAIT_MILLIS, TimeUnit.MILLISECONDS);
            if (entry != null) {
                append(entry);
            }
            progress.run();
        }
    }

    /** Appends what waits, at the end of the process. */
    public void flush() {
        List<Map<String, @Nullable Object>> rest = new ArrayList<>();
        waiting.drainTo(rest);
        rest.forEach(this::append);
    }

    private synchronized void append(Map<String, @Nullable Object> entry) {
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            if (Files.exists(file) && Files.size(file) >= mostBytes) {
                Files.move(file, older, StandardCopyOption.REPLACE_EXISTING);
            }
            Files.write(file, (Json.line(entry) + "\n").getBytes(StandardCharsets.UTF_8), StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            LOG.error("[ERROR] The audit log {} cannot be written: {} ({})", file, e.toString(), Json.line(entry));
        }
    }

    /** The newest entries, newest first; a damaged line is left out. */
    public synchronized List<Map<String, @Nullable Object>> newest(int limit) {
        List<Map<String, @Nullable Object>> entries = new ArrayList<>();
        for (Path each : List.of(file, older)) {
            List<String> lines = lines(each);
            for (int i = lines.size() - 1; i >= 0 && entries.size() < limit; i--) {
                Json.readObject(lines.get(i)).ifPresent(entries::add);
            }
        }
        return entries;
    }

    private static List<String> lines(Path file) {
        try {
            // Not readAllLines: one byte that is no UTF-8 would hide all entries.
            return Files.exists(file)
                    ? new String(Files.readAllBytes(file), StandardCharsets.UTF_8).lines().toList()
                    : List.of();
        } catch (IOException e) {
            LOG.warn("[ERROR] The audit log {} cannot be read: {}", file, e.toString());
            return List.of();
        }
    }
}
