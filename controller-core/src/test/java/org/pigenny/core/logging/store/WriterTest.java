// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.logging.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pigenny.core.time.ManualTime;

class WriterTest {
    @TempDir
    Path folder;

    private final ManualTime real = new ManualTime(Instant.parse("2026-01-31T10:00:00Z"));
    private final WriteQueue queue = new WriteQueue(5000, 5000);
    private final Log log = new Log();
    private Path path = Path.of("unset");
    private StoreFile file = new StoreFile(path);
    private Writer writer = new Writer(file, queue, real, real, log);

    @BeforeEach
    void open() {
        path = folder.resolve("sub/controller.db");
        file = new StoreFile(path);
        writer = new Writer(file, queue, real, real, log);
    }

    @AfterEach
    void close() throws SQLException {
        writer.close();
    }

    /** A row of the table of keys; an odd one may be made to fail. */
    private record Note(String key, boolean spoiled) implements Row {
        @Override
        public String table() {
            return "meta";
        }

        @Override
        public void write(Session session) throws SQLException {
            session.update("INSERT INTO meta (key, value) VALUES (?, ?)", key, spoiled ? null : "x");
        }
    }

    private static final class Log implements Writer.Listener {
        final List<String> lines = new ArrayList<>();

        @Override
        public void failed(Path file, String reason) {
            lines.add("failed");
        }

        @Override
        public void worksAgain() {
            lines.add("works");
        }

        @Override
        public void setAside(Path to, String reason) {
            lines.add("aside " + to.getFileName());
        }

        @Override
        public void refused(Row row, Throwable reason) {
            lines.add("refused " + ((Note) row).key());
        }
    }

    private void add(int from, int to) {
        IntStream.range(from, to).forEach(i -> queue.add(new Note("k" + i, false)));
    }

    private long stored() throws SQLException {
        try (Session session = file.openToRead()) {
            return session.number("SELECT count(*) FROM meta");
        }
    }

    @Test
    void theFileIsKeptTheWayTheContractSays() throws SQLException {
        add(0, 1);
        assertTrue(writer.flush(true));
        try (Session session = file.open()) {
            assertEquals(List.of("wal"), session.query("PRAGMA journal_mode", row -> row.getString(1)));
            assertEquals(1, session.number("PRAGMA synchronous"));
            assertEquals(10_000, session.number("PRAGMA busy_timeout"));
            assertEquals(2, session.number("PRAGMA auto_vacuum"));
            assertEquals(2, session.number("PRAGMA temp_store"));
        }
    }

    @Test
    void oneSpoiledRowIsLeftOutAndItsNeighboursAreStored() throws SQLException {
        add(0, 700);
        queue.add(new Note("spoiled", true));
        add(700, 1500);
        assertTrue(writer.flush(true));
        assertEquals(1500, stored());
        assertEquals(List.of("refused spoiled"), log.lines);
    }

    @Test
    void aMissingDiskKeepsRowsInMemoryAndTellsOnce() throws Exception {
        Files.writeString(folder.resolve("sub"), "a file where the folder should be");
        add(0, 10);
        for (int i = 0; i < 20; i++) {
            assertFalse(writer.flush(true));
            real.advance(Duration.ofMillis(400));
        }
        assertEquals(List.of("failed"), log.lines);
        assertEquals(4, writer.failures());
        Files.delete(folder.resolve("sub"));
        real.advance(Duration.ofMinutes(1));
        assertTrue(writer.flush(true));
        assertEquals(10, stored());
        assertEquals(List.of("failed", "works"), log.lines);
    }

    @Test
    void aFileThatIsNoDatabaseIsSetAsideAndANewOneBegun() throws Exception {
        Files.createDirectories(folder.resolve("sub"));
        Files.writeString(path, "this is not a database, however long one looks at it. ".repeat(100));
        add(0, 3);
        assertTrue(writer.flush(true));
        assertEquals(3, stored());
        assertEquals(List.of("aside controller.db.damaged-20260131T100000Z"), log.lines);
        assertTrue(Files.exists(folder.resolve("sub/controller.db.damaged-20260131T100000Z")));
    }

    @Test
    void damageMetByAReaderIsFoundByTheWriterAndNothingWaitingIsLost() throws Exception {
        add(0, 3000);
        assertTrue(writer.flush(true));
        writer.with(session -> session.query("PRAGMA wal_checkpoint(TRUNCATE)", row -> 1));
        scribble();
        Readers readers = new Readers(file, writer::suspect);
        assertTrue(readers.ask(session -> session.query("SELECT key, value FROM meta", row -> row.getString(1)))
                .isEmpty());
        readers.close();
        add(5000, 5010);
        writer.flush(true);
        assertTrue(writer.flush(true));
        assertEquals(10, stored());
        assertEquals(1, log.lines.size());
        assertTrue(log.lines.getFirst().startsWith("aside controller.db.damaged-"));
    }

    private void scribble() throws IOException {
        byte[] bytes = Files.readAllBytes(path);
        for (int i = 4096; i < bytes.length; i++) {
            bytes[i] = (byte) (i * 31);
        }
        Files.write(path, bytes);
    }

    @Test
    void onlyTheLastFewDamagedFilesAreKept() throws Exception {
        Files.createDirectories(folder.resolve("sub"));
        for (int i = 0; i < 6; i++) {
            Files.writeString(path, "nonsense ".repeat(1000));
            add(i, i + 1);
            assertTrue(writer.flush(true));
            writer.close();
            Files.delete(path);
            real.advance(Duration.ofHours(1));
        }
        try (var files = Files.list(folder.resolve("sub"))) {
            assertEquals(3, files.filter(each -> each.toString().contains("damaged")).count());
        }
    }

    @Test
    void aFileDeletedUnderTheWriterIsMadeAgain() throws Exception {
        add(0, 5);
        assertTrue(writer.flush(true));
        Files.delete(path);
        add(5, 9);
        assertTrue(writer.flush(true));
        assertEquals(4, stored());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void everyOlderSchemaIsBroughtUpToDateWithItsRows(int version) throws SQLException {
        StoreFile old = new StoreFile(folder.resolve("old.db"));
        try (Session session = old.openEmpty()) {
            Schema.bringUpTo(session, version);
            assertEquals(version, session.number("PRAGMA user_version"));
            if (version >= 1) {
                session.run("INSERT INTO events (at, kind, severity, origin, text)"
                        + " VALUES (1, 'SYSTEM', 0, 'core', '{}')");
                session.run("INSERT INTO sample_10s (at, n, state) VALUES (10, 1, 'IDLE')");
            }
            if (version >= 2) {
                session.run("INSERT INTO counters VALUES ('2026-01-31', 1, 1, 1, 0, 5)");
            }
        }
        try (Session session = old.open()) {
            assertEquals(Math.min(version, 1), session.number("SELECT count(*) FROM events"));
            assertEquals(Math.min(version, 1), session.number("SELECT count(*) FROM sample_10s WHERE state = 'IDLE'"));
            assertEquals(version >= 2 ? 1 : 0, session.number("SELECT count(*) FROM counters"));
            assertEquals(0, session.number("SELECT count(*) FROM device_readings WHERE synced_at IS NULL"));
            assertEquals(3, session.number("PRAGMA user_version"));
            assertTrue(session.number("SELECT count(*) FROM pragma_table_info('sample_10s') WHERE name = 'soc'") == 1);
        }
    }

    @Test
    void aFileOfALaterVersionIsSetAsideUnharmed() throws Exception {
        try (Session session = file.open()) {
            session.run("PRAGMA user_version = 99");
        }
        add(0, 1);
        assertTrue(writer.flush(true));
        assertEquals(List.of("aside controller.db.newer-20260131T100000Z"), log.lines);
        try (Session session = new StoreFile(folder.resolve("sub/controller.db.newer-20260131T100000Z")).openToRead()) {
            assertEquals(99, session.number("PRAGMA user_version"));
        }
    }

    @Test
    void aDatabaseOfSomebodyElseIsSetAside() throws Exception {
        try (Session foreign = file.openEmpty()) {
            foreign.run("CREATE TABLE something (else_ TEXT)");
            foreign.run("PRAGMA user_version = 3");
        }
        add(0, 5);
        assertTrue(writer.flush(true));
        assertEquals(5, stored());
        assertTrue(log.lines.getFirst().startsWith("aside controller.db.damaged-"), log.lines.toString());
    }

    @Test
    void whenNoRowFitsAnyMoreTheFileIsSetAsideAndNotEveryRowThrownAway() throws Exception {
        add(0, 1);
        assertTrue(writer.flush(true));
        writer.with(session -> {
            session.run("DROP TABLE meta");
            return true;
        });
        add(1, 500);
        writer.flush(true);
        assertTrue(writer.flush(true));
        assertEquals(499 - 50, stored());
        assertTrue(log.lines.getLast().startsWith("aside controller.db.damaged-"), log.lines.toString());
    }

    @Test
    void aFullLaneDropsItsOldestAndNeverTheOther() {
        WriteQueue small = new WriteQueue(3, 2);
        for (int i = 0; i < 5; i++) {
            small.add(new Note("k" + i, false));
        }
        assertEquals(List.of("k2", "k3", "k4"), small.waiting(Note.class).stream().map(Note::key).toList());
        assertEquals(2, small.dropped());
    }
}
