// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.device.modbus;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.pigenny.core.device.line.ByteLine;
import org.pigenny.core.device.line.LineOpener;
import org.pigenny.core.device.line.LineTrouble;
import org.pigenny.core.device.modbus.Exchange.Noise;
import org.pigenny.core.model.Message;
import org.pigenny.core.time.TimeSource;

/**
 * One wire and its one owner: requests go out one at a time, in the order in which they were asked for. Opens the line when
 * it is needed and lets go of it when it breaks. Repeats nothing: whoever asks decides on retries.
 */
public final class Bus implements AutoCloseable {
    /** So many requests in a row without any answer, and the handle itself is suspected: an adapter that came back needs a new one. */
    private static final int SUSPECT_AFTER = 3;
    private static final long TELL_EVERY_MS = 500;

    private final LineOpener opener;
    private final Framing framing;
    private final Duration silence;
    private final TimeSource time;
    private final ReentrantLock owner = new ReentrantLock(true);
    private final Condition back = owner.newCondition();
    private final LateAnswers late = new LateAnswers();
    private final byte[] buffer = new byte[512];
    private volatile @Nullable ByteLine line;
    private boolean lent;
    private volatile boolean closed;
    private int silentInARow;
    private final AtomicLong uses = new AtomicLong();
    private volatile long lastUse;
    private long lastByte;

    /** @param silence that must be on the wire before a request, so that slaves take it for a new one */
    public Bus(LineOpener opener, Framing framing, Duration silence, TimeSource time) {
        this.silence = silence;
        this.opener = opener;
        this.framing = framing;
        this.time = time;
        this.lastUse = time.nanos();
        this.lastByte = lastUse - silence.toNanos();
    }

    public String key() {
        return opener.key();
    }

    /**
     * Keeps others off the bus while something that belongs together is done, e.g. a write and its verification. Some seconds
     * at most: those who wait for it say nothing of it.
     *
     * @param waiting told now and then while the wire is lent
     */
    public Hold hold(Runnable waiting) throws InterruptedException {
        take(waiting);
        return owner::unlock;
    }

    /**
     * Lends the port to somebody who asks on a line of its own, however long that takes: it is let go, and nobody asks anything
     * on this wire until it comes back.
     */
    public Hold lend() throws InterruptedException {
        take(Bus::saysNothing);
        try {
            drop();
            lent = true;
        } finally {
            owner.unlock();
        }
        return this::takeBack;
    }

    private static void saysNothing() {
        // Somebody whose progress nobody watches.
    }

    private void takeBack() {
        owner.lock();
        try {
            lent = false;
            back.signalAll();
        } finally {
            owner.unlock();
        }
    }

    /** Waits for its turn; whoever waits for a wire that is lent does not hang, and can say so meanwhile. */
    private void take(Runnable waiting) throws InterruptedException {
        boolean taken = false;
        owner.lockInterruptibly();
        try {
            while (lent && !closed) {
                if (!back.await(TELL_EVERY_MS, TimeUnit.MILLISECONDS)) {
                    waiting.run();
                }
            }
            taken = true;
        } finally {
            if (!taken) {
                owner.unlock();
            }
        }
    }

    /** A stretch of bus time. */
    public interface Hold {
        void close();
    }

    /**
     * The most registers up to those wanted that may be asked for now without risk of taking a late answer for the new one.
     *
     * @param waiting told now and then while the wire is lent
     */
    public int safeCount(int slave, Table table, int wanted, Runnable waiting) throws InterruptedException {
        take(waiting);
        try {
            return framing.answersCarryTheirRequest()
                    ? wanted
                    : late.safeCount(slave, table, wanted, time.nanos());
        } finally {
            owner.unlock();
        }
    }

    /** Sends one request and waits for its answer, up to the time-out. */
    public Exchange ask(Ask ask, Duration timeout) throws InterruptedException {
        return ask(ask, timeout, Bus::saysNothing);
    }

    /**
     * Sends one request and waits for its answer, up to the time-out.
     *
     * @param waiting told now and then while the wire is lent
     */
    public Exchange ask(Ask ask, Duration timeout, Runnable waiting) throws InterruptedException {
        take(waiting);
        try {
            lastUse = time.nanos();
            uses.incrementAndGet();
            return exchange(ask, timeout);
        } finally {
            lastUse = time.nanos();
            lastByte = lastUse;
            owner.unlock();
        }
    }

    private Exchange exchange(Ask ask, Duration timeout) throws InterruptedException {
        time.sleepUntil(lastByte + silence.toNanos());
        long start = time.nanos();
        try {
            ByteLine open = opened();
            open.discardInput(start);
            Hunt hunt = framing.frame(ask);
            open.write(hunt.request());
            Answer answer = listen(open, hunt, start + timeout.toNanos());
            remember(ask, answer);
            return new Exchange(answer, Duration.ofNanos(time.nanos() - start), hunt.noise());
        } catch (LineTrouble e) {
            return new Exchange(new Answer.NoLine(e.words()), Duration.ofNanos(time.nanos() - start), Noise.NONE);
        } catch (IOException e) {
            drop();
            return new Exchange(new Answer.NoLine(Message.of("line.broken", opener.key())),
                    Duration.ofNanos(time.nanos() - start), Noise.NONE);
        }
    }

    private ByteLine opened() throws LineTrouble {
        ByteLine open = line;
        if (open == null) {
            if (closed) {
                throw new LineTrouble(Message.of("line.broken", opener.key()));
            }
            open = opener.open();
            line = open;
            silentInARow = 0;
        }
        return open;
    }

    private Answer listen(ByteLine open, Hunt hunt, long until) throws IOException, InterruptedException {
        while (true) {
            int got = open.read(buffer, until);
            if (got == 0) {
                return hunt.heardAnything() ? new Answer.Garbled() : new Answer.Silence();
            }
            Optional<Answer> answer = hunt.feed(buffer, got);
            if (answer.isPresent()) {
                return answer.get();
            }
        }
    }

    private void remember(Ask ask, Answer answer) {
        boolean unanswered = answer instanceof Answer.Silence || answer instanceof Answer.Garbled;
        if (unanswered && ask instanceof Ask.Read read) {
            late.unanswered(read, time.nanos());
        }
        silentInARow = answer instanceof Answer.Silence ? silentInARow + 1 : 0;
        if (silentInARow >= SUSPECT_AFTER) {
            drop();
        }
    }

    /** Lets go of the line when nobody has used it for so long. */
    public void closeIfIdle(Duration longest) throws InterruptedException {
        owner.lockInterruptibly();
        try {
            if (time.nanos() - lastUse > longest.toNanos()) {
                drop();
            }
        } finally {
            owner.unlock();
        }
    }

    private void drop() {
        ByteLine open = line;
        line = null;
        silentInARow = 0;
        if (open != null) {
            open.close();
        }
    }

    /** Requests since the start. */
    public long uses() {
        return uses.get();
    }

    /** Real time since the last one, or since the start. */
    public Duration idle() {
        return Duration.ofNanos(time.nanos() - lastUse);
    }

    public boolean isOpen() {
        return line != null;
    }

    /** Lets go of the line; whoever asks next opens it again. */
    public void release() {
        owner.lock();
        try {
            drop();
        } finally {
            owner.unlock();
        }
    }

    /** For good: whoever still asks gets no line, so that the port is free for the next owner. */
    @Override
    public void close() {
        owner.lock();
        try {
            closed = true;
            drop();
            back.signalAll();
        } finally {
            owner.unlock();
        }
    }
}
