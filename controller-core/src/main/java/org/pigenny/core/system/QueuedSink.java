// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.system;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.pigenny.core.model.Loop;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A sink whose disk may be slow: the heartbeat only leaves its content here, another loop carries it there. */
public final class QueuedSink implements HeartbeatSink, Loop {
    private static final Logger LOG = LoggerFactory.getLogger(QueuedSink.class);
    private static final int MOST_WAITING = 10;
    private static final long WAIT_MILLIS = 500;

    private final HeartbeatSink sink;
    private final BlockingQueue<Map<String, @Nullable Object>> waiting = new ArrayBlockingQueue<>(MOST_WAITING);

    public QueuedSink(HeartbeatSink sink) {
        this.sink = sink;
    }

    @Override
    public String name() {
        return "heartbeat-sink";
    }

    @Override
    public void send(Map<String, @Nullable Object> heartbeat) throws IOException {
        if (!waiting.offer(heartbeat)) {
            throw new IOException(sink.name() + " does not keep up");
        }
    }

    @Override
    public void run(Runnable progress) throws InterruptedException {
        boolean failing = false;
        while (true) {
            Map<String, @Nullable Object> next = waiting.poll(WAIT_MILLIS, TimeUnit.MILLISECONDS);
            if (next != null) {
                failing = carry(next, failing);
            }
            progress.run();
        }
    }

    /** Carries what waits, on the caller's thread. */
    public void flush() {
        for (Map<String, @Nullable Object> next = waiting.poll(); next != null; next = waiting.poll()) {
            carry(next, false);
        }
    }

    private boolean carry(Map<String, @Nullable Object> heartbeat, boolean failing) {
        try {
            sink.send(heartbeat);
            return false;
        } catch (IOException e) {
            if (!failing) {
                LOG.warn("[CLOUD] Heartbeats do not reach {}: {}", sink.name(), e.toString());
            }
            return true;
        }
    }
}
