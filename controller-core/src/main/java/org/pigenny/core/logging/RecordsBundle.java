// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.logging;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.pigenny.core.logging.event.NewestEvents;
import org.pigenny.core.logging.export.RecordsExport;
import org.pigenny.core.logging.store.Readers;
import org.pigenny.core.logging.store.StoreFile;
import org.pigenny.core.logging.store.Unwritten;
import org.pigenny.core.text.Phrases;

/**
 * The records' part of a support bundle: events, runs and alarms of the last week and the recordings of decisions, without secrets. Only
 * reads, so it may be made beside a running core, or when there is none.
 */
public final class RecordsBundle {
    private static final String FOLDER = "records/";
    private static final int RECORDINGS = 24;

    private RecordsBundle() {}

    /**
     * Adds to a zip file.
     *
     * @param recordings folder of the tick recorder; the newest day of them is taken
     * @throws IOException when the zip file takes no more
     */
    public static void add(ZipOutputStream zip, Path database, Path recordings, Instant now) throws IOException {
        StoreFile file = new StoreFile(database);
        Readers readers = new Readers(file, () -> {});
        SqliteHistory history = new SqliteHistory(readers, Unwritten.NOTHING, new NewestEvents(1),
                () -> LocalDate.ofInstant(now, ZoneOffset.UTC));
        try {
            new RecordsExport(history, new Phrases(Locale.ENGLISH, ZoneOffset.UTC)::say, ZoneOffset.UTC).write(
                    name -> entry(zip, FOLDER + name), now.minus(RecordsExport.USUAL), now,
                    Map.of("db_size_bytes", file.size()), newest(recordings));
        } finally {
            close(readers);
        }
    }

    private static List<Path> newest(Path recordings) throws IOException {
        if (!Files.isDirectory(recordings)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(recordings)) {
            List<Path> all = files.filter(file -> file.toString().endsWith(".jsonl.gz")).sorted().toList();
            return all.subList(Math.max(0, all.size() - RECORDINGS), all.size());
        }
    }

    private static OutputStream entry(ZipOutputStream zip, String name) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        return new FilterOutputStream(zip) {
            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
                zip.write(bytes, from, length);
            }

            @Override
            public void close() throws IOException {
                zip.closeEntry();
            }
        };
    }

    private static void close(Readers readers) throws IOException {
        try {
            readers.close();
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }
}
