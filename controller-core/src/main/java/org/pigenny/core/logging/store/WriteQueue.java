// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.logging.store;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Rows waiting for the disk, in memory and bounded: what happened and what was measured in lanes of their own, so that a flood of
 * measurements never costs an event. When a lane is full its oldest row is dropped and counted. Never blocks.
 */
public final class WriteQueue {
    private final int urgentLimit;
    private final int measuredLimit;
    private final Deque<Row> urgent = new ArrayDeque<>();
    private final Deque<Row> measured = new ArrayDeque<>();
    private final Semaphore wake = new Semaphore(0);
    private long dropped;
    private int peak;

    public WriteQueue(int urgentLimit, int measuredLimit) {
        this.urgentLimit = urgentLimit;
        this.measuredLimit = measuredLimit;
    }

    public synchronized void add(Row row) {
        Deque<Row> lane = row.urgent() ? urgent : measured;
        if (lane.size() >= (row.urgent() ? urgentLimit : measuredLimit)) {
            lane.removeFirst();
            dropped++;
        }
        lane.addLast(row);
        peak = Math.max(peak, urgent.size() + measured.size());
        if (row.urgent()) {
            wake.release();
        }
    }

    /** Takes the oldest rows away: what happened first, then what was measured when that is wanted. */
    synchronized List<Row> take(int limit, boolean measuredToo) {
        List<Row> taken = new ArrayList<>(Math.min(limit, size()));
        take(urgent, limit, taken);
        if (measuredToo) {
            take(measured, limit, taken);
        }
        return taken;
    }

    private static void take(Deque<Row> lane, int limit, List<Row> taken) {
        while (taken.size() < limit && !lane.isEmpty()) {
            taken.add(lane.removeFirst());
        }
    }

    /** Copies of the waiting rows of one kind, oldest first: what a reader would not find on the disk yet. */
    public synchronized <T extends Row> List<T> waiting(Class<T> kind) {
        List<T> found = new ArrayList<>();
        urgent.stream().filter(kind::isInstance).map(kind::cast).forEach(found::add);
        measured.stream().filter(kind::isInstance).map(kind::cast).forEach(found::add);
        return found;
    }

    /** Waits until something urgent is there, at most so long (real time). */
    public void await(long millis) throws InterruptedException {
        if (wake.tryAcquire(millis, TimeUnit.MILLISECONDS)) {
            wake.drainPermits();
        }
    }

    public synchronized int size() {
        return urgent.size() + measured.size();
    }

    /** Rows dropped because a lane was full, since the start. */
    public synchronized long dropped() {
        return dropped;
    }

    /** From now on {@link #peak} is counted anew. */
    public synchronized void resetPeak() {
        peak = size();
    }

    /** The most rows that waited at once. */
    public synchronized int peak() {
        return peak;
    }
}
