// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.olimex.server;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** The one thread that waits for the disk. What it cannot take any more is counted and left out. */
final class Keeper implements AutoCloseable {
    private static final int MOST_WAITING = 1024;
    private static final long FINISH_SECONDS = 5;

    private final BlockingQueue<Runnable> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
    private final AtomicLong dropped = new AtomicLong();
    private final Thread thread = new Thread(this::work, "keeper");
    private volatile boolean closing;

    void start() {
        thread.setDaemon(true);
        thread.start();
    }

    /** Does it soon; false when too much is waiting. */
    boolean later(Runnable task) {
        boolean taken = waiting.offer(task);
        if (!taken) {
            dropped.incrementAndGet();
        }
        return taken;
    }

    /** Tasks that were left out so far. */
    long dropped() {
        return dropped.get();
    }

    private void work() {
        while (!closing || !waiting.isEmpty()) {
            try {
                Runnable task = waiting.poll(1, TimeUnit.SECONDS);
                if (task != null) {
                    task.run();
                }
            } catch (InterruptedException e) {
                closing = true;
            } catch (RuntimeException e) {
                System.err.println("keeper: " + e);
            }
        }
    }

    /** Finishes what is waiting. */
    @Override
    public void close() {
        closing = true;
        try {
            later(() -> {});
            thread.join(TimeUnit.SECONDS.toMillis(FINISH_SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
