// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.pigenny.core.control.Memory;
import org.pigenny.core.control.Request;
import org.pigenny.core.model.Command;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What control keeps when its loop is rebuilt: the memory, and what people asked in the meantime. */
final class ControlCell {
    private static final Logger LOG = LoggerFactory.getLogger(ControlCell.class);
    private static final int MOST_REQUESTS = 100;

    private final BlockingQueue<Request> requests = new ArrayBlockingQueue<>(MOST_REQUESTS);
    private volatile Memory memory;
    private volatile TickTap tap = TickTap.NONE;
    private volatile Map<String, String> saved;

    ControlCell(Map<String, String> saved) {
        this.saved = Map.copyOf(saved);
        memory = Memory.restore(saved);
    }

    Memory memory() {
        return memory;
    }

    void keep(Memory next) {
        memory = next;
    }

    /** Somebody who is told of every tick. */
    void tap(TickTap next) {
        tap = next;
    }

    TickTap tap() {
        return tap;
    }

    Map<String, String> saved() {
        return saved;
    }

    void saved(Map<String, String> now) {
        saved = Map.copyOf(now);
    }

    /** A loop that failed may have failed on its memory: the next one begins with what survives a restart. */
    void restart() {
        Map<String, String> kept = saved;
        try {
            kept = memory.save();
        } catch (RuntimeException e) {
            LOG.error("[ERROR] The memory of control cannot be saved; the one kept last is taken", e);
        }
        memory = Memory.restore(kept);
    }

    /** Whether a stop waits for the next tick; it wins over any start of the same tick. */
    boolean stopWaits() {
        return requests.stream()
                .map(Request::command)
                .anyMatch(waiting -> waiting instanceof Command.Stop || waiting instanceof Command.EmergencyStop);
    }

    /** Whether there was room. */
    boolean ask(Request request) {
        return requests.offer(request);
    }

    List<Request> take() {
        List<Request> taken = new ArrayList<>();
        requests.drainTo(taken);
        return taken;
    }

    /** After a failed tick: a stop is never lost, a start that comes late is worse than none. */
    void giveBackStops(List<Request> taken) {
        for (Request request : taken) {
            boolean stop = request.command() instanceof Command.Stop
                    || request.command() instanceof Command.EmergencyStop;
            if (!stop || !requests.offer(request)) {
                LOG.warn("[ERROR] Dropped after a failed tick: {}", request);
            }
        }
    }
}
