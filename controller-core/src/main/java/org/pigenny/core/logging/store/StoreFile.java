// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.logging.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** The database file: opened as site-controller.md 1.7 says, and set aside when it is damaged. */
public final class StoreFile {
    /** The newest `user_version` that this program can read. */
    public static int newestVersion() {
        return Schema.newestVersion();
    }

    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final int BUSY_TIMEOUT_MS = 10_000;
    private static final int CACHE_KIB = 2048;
    /** Above this a whole check takes too long at start; damage then shows at the first touch. */
    private static final long CHECKED_WHOLE_BYTES = 32L << 20;
    private static final int KEPT_ASIDE = 3;

    private final Path path;

    public StoreFile(Path path) {
        this.path = path;
    }

    public Path path() {
        return path;
    }

    /**
     * Opens for writing, makes the file and its schema when they are not there, brings an older schema up to date.
     *
     * @throws SQLException when the disk does not let it, or the file is damaged
     */
    Session open() throws SQLException {
        Session session = openEmpty();
        try {
            if (size() < CHECKED_WHOLE_BYTES) {
                check(session);
            }
            Schema.bringUpToDate(session);
            return session;
        } catch (SQLException | RuntimeException e) {
            session.close();
            throw e;
        }
    }

    /** Opens for writing as the file is, without looking at its schema. */
    Session openEmpty() throws SQLException {
        try {
            Files.createDirectories(path.toAbsolutePath().getParent());
        } catch (IOException e) {
            throw new SQLiteException("cannot make the folder: " + e, SQLiteErrorCode.SQLITE_CANTOPEN);
        }
        Session session = new Session(connect(false));
        try {
            // In this order: once the file has its first page, the way it gives back space is fixed.
            session.run("PRAGMA auto_vacuum = INCREMENTAL");
            session.run("PRAGMA journal_mode = WAL");
            return session;
        } catch (SQLException | RuntimeException e) {
            session.close();
            throw e;
        }
    }

    /** Opens for reading beside the writer. */
    public Session openToRead() throws SQLException {
        if (!Files.exists(path)) {
            throw new SQLiteException("no database yet at " + path, SQLiteErrorCode.SQLITE_CANTOPEN);
        }
        Session session = new Session(connect(true));
        session.run("PRAGMA query_only = ON");
        return session;
    }

    private Connection connect(boolean reading) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout(BUSY_TIMEOUT_MS);
        config.setTempStore(SQLiteConfig.TempStore.MEMORY);
        config.setCacheSize(-CACHE_KIB);
        if (!reading) {
            config.setSynchronous(SQLiteConfig.SynchronousMode.NORMAL);
        }
        return config.createConnection("jdbc:sqlite:" + path);
    }

    static void check(Session session) throws SQLException {
        List<String> answer = session.query("PRAGMA quick_check(1)", row -> row.getString(1));
        if (!answer.equals(List.of("ok"))) {
            throw new SQLiteException(answer.toString(), SQLiteErrorCode.SQLITE_CORRUPT);
        }
    }

    /** Identity of the file now on the disk; changes when somebody deletes or replaces it. */
    Optional<Object> identity() {
        try {
            return Optional.ofNullable(Files.readAttributes(path, BasicFileAttributes.class).fileKey());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Bytes on the disk, with the log of writes under way. */
    public long size() {
        return sizeOf(path) + sizeOf(beside(path, "-wal"));
    }

    private static long sizeOf(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            return 0;
        }
    }

    /**
     * Moves the file and its companions out of the way, keeping the last few.
     *
     * @return where it is now
     */
    Path setAside(String why, Instant now) throws IOException {
        Path aside = free(beside(path, "." + why + "-" + STAMP.format(now)));
        for (String companion : List.of("-wal", "-shm", "")) {
            Path from = beside(path, companion);
            if (Files.exists(from)) {
                Files.move(from, beside(aside, companion), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        forgetOldest(why);
        return aside;
    }

    private static Path free(Path wanted) {
        Path candidate = wanted;
        for (int i = 2; Files.exists(candidate); i++) {
            candidate = beside(wanted, "." + i);
        }
        return candidate;
    }

    private void forgetOldest(String why) throws IOException {
        List<Path> kept;
        try (Stream<Path> all = Files.list(Objects.requireNonNull(path.toAbsolutePath().getParent()))) {
            kept = all.filter(file -> file.getFileName().toString().startsWith(path.getFileName() + "." + why + "-"))
                    .filter(file -> !file.toString().endsWith("-wal") && !file.toString().endsWith("-shm"))
                    .sorted()
                    .toList();
        }
        for (Path old : kept.subList(0, Math.max(0, kept.size() - KEPT_ASIDE))) {
            for (String companion : List.of("-wal", "-shm", "")) {
                Files.deleteIfExists(beside(old, companion));
            }
        }
    }

    private static Path beside(Path file, String suffix) {
        return file.resolveSibling(file.getFileName() + suffix);
    }
}
