// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.state;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.pigenny.core.model.Loop;
import org.pigenny.core.time.TimeSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes what was offered to the files, on a thread of its own, so that no producer ever waits for a disk. Of several values
 * offered for one key between two rounds only the newest is written.
 */
public final class StateMirror implements Loop {
    private static final Logger LOG = LoggerFactory.getLogger(StateMirror.class);

    private final TimeSource time;
    private final Duration interval;
    private final Map<SharedState.Slot, Supplier<Map<String, @Nullable Object>>> offered = new LinkedHashMap<>();
    private boolean failing;

    /** @param interval at least between two writes of one key */
    public StateMirror(TimeSource time, Duration interval) {
        this.time = time;
        this.interval = interval;
    }

    /** Returns at once; {@code content} is called on the mirror's thread. */
    public void offer(SharedState.Slot slot, Supplier<Map<String, @Nullable Object>> content) {
        synchronized (offered) {
            offered.put(slot, content);
        }
    }

    @Override
    public String name() {
        return "state-mirror";
    }

    @Override
    public void run(Runnable progress) throws InterruptedException {
        while (true) {
            writeOffered();
            progress.run();
            time.sleep(interval);
        }
    }

    /** Writes everything that was offered since the last time. Of an interrupted thread nothing is written, and nothing lost. */
    public void writeOffered() {
        Map<SharedState.Slot, Supplier<Map<String, @Nullable Object>>> now;
        synchronized (offered) {
            now = new LinkedHashMap<>(offered);
            offered.clear();
        }
        now.forEach(this::write);
    }

    private void write(SharedState.Slot slot, Supplier<Map<String, @Nullable Object>> content) {
        try {
            slot.write(content.get());
            failing = false;
        } catch (ClosedByInterruptException e) {
            // Its service ends in the middle of a write: what was to be written is kept for the next round, or for the end of the core.
            synchronized (offered) {
                offered.putIfAbsent(slot, content);
            }
        } catch (IOException e) {
            if (!failing) {
                LOG.error("[ERROR] A state file cannot be written: {}", e.toString());
            }
            failing = true;
        }
    }
}
