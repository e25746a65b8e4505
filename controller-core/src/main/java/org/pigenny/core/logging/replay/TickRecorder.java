// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.logging.replay;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.pigenny.core.model.Loop;
import org.pigenny.core.model.PlantSnapshot;
import org.pigenny.core.model.settings.GeneratorSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps every input and every decision of control in files of an hour each, compressed, the oldest thrown away. {@link #tick} only
 * queues, so the control loop waits for nothing; ticks that find the queue full, and files that cannot be written, leave a gap, after
 * which a replay takes up again.
 */
public final class TickRecorder<M extends Record, R extends Record, D extends Record> implements Loop, AutoCloseable {
    /** Ten minutes of ticks. */
    private static final int MOST_WAITING = 600;
    private static final long WAIT_MILLIS = 500;
    private static final Logger LOG = LoggerFactory.getLogger(TickRecorder.class);

    private record Waiting<M, R, D>(M before, boolean afterGap, PlantSnapshot now, GeneratorSettings settings,
            List<R> requests, D decided) {}

    private final TickFormat<M, R, D> format;
    private final TickFiles files;
    private final ArrayBlockingQueue<Waiting<M, R, D>> queue = new ArrayBlockingQueue<>(MOST_WAITING);
    private final ReentrantLock disk = new ReentrantLock();
    private boolean gap = true;
    private boolean fileGap = true;
    private boolean failing;
    private @Nullable GeneratorSettings written;

    /**
     * @param folder for the recordings alone
     * @param maxBytes the oldest files go when all together are larger
     */
    public TickRecorder(Path folder, long maxBytes, TickFormat<M, R, D> format) {
        this.files = new TickFiles(folder, maxBytes);
        this.format = format;
    }

    /** Called by the control loop after each tick; never waits. */
    public synchronized void tick(M before, PlantSnapshot now, GeneratorSettings settings, List<R> requests,
            D decided) {
        gap = !queue.offer(new Waiting<>(before, gap, now, settings, List.copyOf(requests), decided));
    }

    /** This tick is not recorded: the next one that is begins a stretch of its own. */
    public synchronized void pause() {
        gap = true;
    }

    @Override
    public String name() {
        return "tick-recorder";
    }

    @Override
    public void run(Runnable progress) throws InterruptedException {
        try {
            while (true) {
                Waiting<M, R, D> first = queue.poll(WAIT_MILLIS, TimeUnit.MILLISECONDS);
                if (first != null) {
                    write(first);
                }
                writeWaiting();
                progress.run();
            }
        } finally {
            close();
        }
    }

    /** Writes what waits now. */
    void writeWaiting() {
        List<Waiting<M, R, D>> ticks = new ArrayList<>();
        queue.drainTo(ticks);
        ticks.forEach(this::write);
    }

    private void write(Waiting<M, R, D> tick) {
        disk.lock();
        try {
            boolean anew = files.openFor(tick.now().wall()) || fileGap || tick.afterGap();
            boolean sameSettings = !anew && tick.settings().equals(written);
            files.append(format.write(anew ? tick.before() : null, sameSettings ? null : tick.settings(), tick.now(),
                    tick.requests(), tick.decided()));
            written = tick.settings();
            fileGap = false;
            failing = false;
        } catch (IOException e) {
            fileGap = true;
            files.abandon();
            if (!failing) {
                LOG.warn("decisions cannot be recorded: {}", e.toString());
            }
            failing = true;
        } finally {
            disk.unlock();
        }
    }

    /** Files whose hours overlap a stretch, oldest first. */
    public List<Path> files(Instant from, Instant to) {
        return files.between(from, to);
    }

    @Override
    public void close() {
        writeWaiting();
        disk.lock();
        try {
            files.close();
        } catch (IOException e) {
            LOG.warn("the recording of decisions was not closed properly: {}", e.toString());
        } finally {
            disk.unlock();
        }
    }
}
