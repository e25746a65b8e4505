// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.logging.store;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.pigenny.core.time.TimeSource;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * The one writer of the database. Writes waiting rows in transactions of at most 1000; rows leave memory only when they are
 * committed. A disk that refuses is tried again with growing pauses; a damaged file is set aside; a row that cannot be stored is
 * left out, alone. Every method but the counters belongs to one thread at a time.
 */
public final class Writer implements AutoCloseable {
    static final int CHUNK = 1000;
    private static final int MOST_REFUSED = 50;
    private static final long[] PAUSES_MS = {500, 1000, 2000, 5000, 15_000, 60_000};

    /** Told once at each change, not at each attempt. */
    public interface Listener {
        void failed(Path file, String reason);

        void worksAgain();

        void setAside(Path to, String reason);

        void refused(Row row, Throwable reason);
    }

    private final StoreFile file;
    private final WriteQueue queue;
    private final TimeSource real;
    private final TimeSource plant;
    private final Listener listener;
    private final List<Row> inFlight = new ArrayList<>();
    private @Nullable Session session;
    private Optional<Object> identity = Optional.empty();
    private long retryAt;
    private int refusedInARow;
    private volatile boolean suspect;
    private final AtomicInteger failures = new AtomicInteger();
    private final AtomicLong written = new AtomicLong();
    private final AtomicLong commits = new AtomicLong();

    public Writer(StoreFile file, WriteQueue queue, TimeSource plant, TimeSource real, Listener listener) {
        this.file = file;
        this.queue = queue;
        this.plant = plant;
        this.real = real;
        this.listener = listener;
        this.retryAt = real.nanos();
    }

    /** Attempts that failed in a row; 0 when all is well. */
    public int failures() {
        return failures.get();
    }

    public long written() {
        return written.get();
    }

    public long commits() {
        return commits.get();
    }

    public int inFlight() {
        synchronized (inFlight) {
            return inFlight.size();
        }
    }

    /** Copies of the rows of one kind that are being written or wait for another attempt. */
    public <T extends Row> List<T> unwritten(Class<T> kind) {
        synchronized (inFlight) {
            List<T> found = new ArrayList<>(inFlight.stream().filter(kind::isInstance).map(kind::cast).toList());
            found.addAll(queue.waiting(kind));
            return found;
        }
    }

    /** Writes what waits: what happened always, measurements when asked. Returns whether the disk took it all. */
    public boolean flush(boolean measuredToo) {
        if (real.nanos() - retryAt < 0) {
            return false;
        }
        try {
            while (next(measuredToo)) {
                write(ready());
            }
            worked();
            return true;
        } catch (SQLException e) {
            failed(e);
            return false;
        }
    }

    /** A reader has met damage: the file is checked before it is written again. */
    public void suspect() {
        suspect = true;
    }

    /** Runs other work of the writer's, such as a clean-up; empty when the disk does not let it. */
    public <T> Optional<T> with(Task<T> task) {
        if (real.nanos() - retryAt < 0) {
            return Optional.empty();
        }
        try {
            return Optional.of(task.run(ready()));
        } catch (SQLException e) {
            failed(e);
            return Optional.empty();
        }
    }

    /** Work on the writer's connection. */
    @FunctionalInterface
    public interface Task<T> {
        T run(Session session) throws SQLException;
    }

    private boolean next(boolean measuredToo) {
        synchronized (inFlight) {
            if (inFlight.isEmpty()) {
                inFlight.addAll(queue.take(CHUNK, measuredToo));
            }
            return !inFlight.isEmpty();
        }
    }

    private void write(Session ready) throws SQLException {
        try {
            ready.transaction(() -> {
                for (Row row : inFlight) {
                    row.write(ready);
                }
            });
            done(inFlight.size());
            refusedInARow = 0;
        } catch (SQLException | RuntimeException e) {
            if (Trouble.of(e) != Trouble.ROW) {
                throw e;
            }
            oneByOne(ready);
        }
    }

    /** Finds the rows that spoil the chunk; the others are stored. */
    private void oneByOne(Session ready) throws SQLException {
        while (!inFlight.isEmpty()) {
            Row row = inFlight.getFirst();
            try {
                ready.transaction(() -> row.write(ready));
                refusedInARow = 0;
            } catch (SQLException | RuntimeException e) {
                if (Trouble.of(e) != Trouble.ROW) {
                    throw e;
                }
                refused(row, e);
            }
            done(1);
        }
    }

    /** When nothing at all can be stored any more it is not the rows that are wrong. */
    private void refused(Row row, Exception reason) throws SQLException {
        refusedInARow++;
        if (refusedInARow > MOST_REFUSED) {
            refusedInARow = 0;
            throw new SQLiteException("no row can be stored: " + reason.getMessage(), SQLiteErrorCode.SQLITE_CORRUPT);
        }
        listener.refused(row, reason);
    }

    private void done(int rows) {
        synchronized (inFlight) {
            inFlight.subList(0, rows).clear();
        }
        written.addAndGet(rows);
        commits.incrementAndGet();
    }

    private Session ready() throws SQLException {
        if (suspect) {
            suspect = false;
            close();
            try (Session checked = file.open()) {
                StoreFile.check(checked);
            }
        }
        if (session != null && !identity.equals(file.identity())) {
            // Deleted or replaced under us: what is written to the old one is lost to everybody.
            close();
        }
        if (session == null) {
            session = open();
            identity = file.identity();
        }
        return session;
    }

    private Session open() throws SQLException {
        try {
            return file.open();
        } catch (Schema.TooNewException e) {
            setAside("newer", e);
        } catch (SQLException e) {
            // A schema that is not ours is as useless as a broken page.
            if (Trouble.of(e) == Trouble.DISK) {
                throw e;
            }
            setAside("damaged", e);
        }
        return file.open();
    }

    private void setAside(String why, SQLException reason) throws SQLException {
        close();
        try {
            listener.setAside(file.setAside(why, plant.wall()), String.valueOf(reason.getMessage()));
        } catch (IOException e) {
            reason.addSuppressed(e);
            throw reason;
        }
    }

    private void failed(SQLException e) {
        try {
            if (Trouble.of(e) == Trouble.DAMAGED) {
                setAside("damaged", e);
                return;
            }
            close();
        } catch (SQLException again) {
            e.addSuppressed(again);
        }
        int before = failures.getAndIncrement();
        retryAt = real.nanos() + PAUSES_MS[Math.min(before, PAUSES_MS.length - 1)] * 1_000_000;
        if (before == 0) {
            listener.failed(file.path(), String.valueOf(e.getMessage()));
        }
    }

    private void worked() {
        if (failures.getAndSet(0) > 0) {
            listener.worksAgain();
        }
    }

    @Override
    public void close() throws SQLException {
        Session open = session;
        session = null;
        if (open != null) {
            open.close();
        }
    }
}
