// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.logging.store;

import java.nio.file.Files;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A few connections for those who ask about the past. They never hold up the writer: that is what the write-ahead log is for. */
public final class Readers implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Readers.class);
    private static final int KEPT_OPEN = 3;

    private final StoreFile file;
    private final Runnable damaged;
    private final Deque<Session> idle = new ArrayDeque<>();
    private Optional<Object> identity = Optional.empty();

    /** @param damaged told when a query meets damage */
    public Readers(StoreFile file, Runnable damaged) {
        this.file = file;
        this.damaged = damaged;
    }

    /** The answer, or nothing when there is no sound database to ask. */
    public <T> Optional<T> ask(Writer.Task<T> question) {
        if (!Files.exists(file.path())) {
            // Nothing was ever written, or it was set aside a moment ago: no fault, and nothing to be told of.
            return Optional.empty();
        }
        try {
            Session session = borrow();
            try {
                T answer = question.run(session);
                giveBack(session);
                return Optional.of(answer);
            } catch (SQLException | RuntimeException e) {
                session.close();
                throw e;
            }
        } catch (SQLException e) {
            LOG.warn("history cannot be read: {}", e.getMessage());
            if (Trouble.of(e) == Trouble.DAMAGED) {
                damaged.run();
            }
            return Optional.empty();
        }
    }

    private Session borrow() throws SQLException {
        synchronized (this) {
            Optional<Object> now = file.identity();
            if (!now.equals(identity)) {
                close();
                identity = now;
            }
            if (!idle.isEmpty()) {
                return idle.removeFirst();
            }
        }
        return file.openToRead();
    }

    private synchronized void giveBack(Session session) throws SQLException {
        if (idle.size() < KEPT_OPEN && file.identity().equals(identity)) {
            idle.addFirst(session);
        } else {
            session.close();
        }
    }

    @Override
    public synchronized void close() throws SQLException {
        while (!idle.isEmpty()) {
            idle.removeFirst().close();
        }
    }
}
