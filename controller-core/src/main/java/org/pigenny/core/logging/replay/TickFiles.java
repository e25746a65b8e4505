// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.logging.replay;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Compressed append-only files of an hour each; all but the last few lines survive a kill. */
final class TickFiles implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TickFiles.class);
    private static final Duration SPAN = Duration.ofHours(1);
    private static final String PREFIX = "ticks-";
    private static final String SUFFIX = ".jsonl.gz";
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmssSSS", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final int LINES_UNFLUSHED = 10;

    private final Path folder;
    private final long maxBytes;
    private @Nullable Writer open;
    private Instant begun = Instant.EPOCH;
    private int unflushed;

    TickFiles(Path folder, long maxBytes) {
        this.folder = folder;
        this.maxBytes = maxBytes;
    }

    /** Makes a file ready for a tick; answers whether it is a new one. */
    boolean openFor(Instant at) throws IOException {
        if (open != null && !at.isBefore(begun) && at.isBefore(begun.plus(SPAN))) {
            return false;
        }
        close();
        Files.createDirectories(folder);
        throwAwayOldest();
        open = new BufferedWriter(new OutputStreamWriter(
                new GZIPOutputStream(Files.newOutputStream(folder.resolve(PREFIX + STAMP.format(at) + SUFFIX)), true),
                StandardCharsets.UTF_8));
        begun = at;
        return true;
    }

    void append(String line) throws IOException {
        Writer out = open;
        if (out == null) {
            throw new IOException("no recording is open");
        }
        out.append(line).append('\n');
        if (++unflushed >= LINES_UNFLUSHED) {
            unflushed = 0;
            out.flush();
        }
    }

    private void throwAwayOldest() throws IOException {
        List<Path> all = new ArrayList<>(list());
        long size = 0;
        for (Path file : all) {
            size += Files.size(file);
        }
        while (size > maxBytes && !all.isEmpty()) {
            Path oldest = all.removeFirst();
            size -= Files.size(oldest);
            Files.delete(oldest);
        }
    }

    private List<Path> list() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().matches(PREFIX + ".*" + SUFFIX))
                    .sorted()
                    .toList();
        }
    }

    List<Path> between(Instant from, Instant to) {
        String first = PREFIX + STAMP.format(from.minus(SPAN));
        String last = PREFIX + STAMP.format(to);
        try {
            return list().stream()
                    .filter(file -> file.getFileName().toString().compareTo(first) >= 0)
                    .filter(file -> file.getFileName().toString().compareTo(last) <= 0)
                    .toList();
        } catch (IOException e) {
            LOG.warn("recordings cannot be listed: {}", e.toString());
            return List.of();
        }
    }

    /** After a failure: the file ends where it ends, and the next tick begins another. */
    void abandon() {
        try {
            close();
        } catch (IOException e) {
            LOG.debug("the failed recording could not be closed either", e);
        }
    }

    @Override
    public void close() throws IOException {
        Writer out = open;
        open = null;
        if (out != null) {
            out.close();
        }
    }
}
