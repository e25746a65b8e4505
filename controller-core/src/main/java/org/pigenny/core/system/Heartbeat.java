// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.system;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.pigenny.core.model.Loop;
import org.pigenny.core.time.TimeSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends a sign of life to every sink, whatever state settings and control are in. A failing sink ends nothing. */
public final class Heartbeat implements Loop {
    private static final Logger LOG = LoggerFactory.getLogger(Heartbeat.class);
    private static final int CRITICAL_FAILURES = 5;
    private static final Duration LOOK = Duration.ofMillis(500);

    private final Supplier<List<HeartbeatSink>> sinks;
    private final Supplier<Map<String, @Nullable Object>> content;
    private final Supplier<Duration> interval;
    private final TimeSource real;
    private final Map<String, Integer> failures = new HashMap<>();
    private final AtomicBoolean now = new AtomicBoolean(true);
    private volatile OptionalLong lastNanos = OptionalLong.empty();

    public Heartbeat(Supplier<List<HeartbeatSink>> sinks, Supplier<Map<String, @Nullable Object>> content,
            Supplier<Duration> interval, TimeSource real) {
        this.sinks = sinks;
        this.content = content;
        this.interval = interval;
        this.real = real;
    }

    /** Asks for one at once: before a reboot, on safe mode. */
    public void sendSoon() {
        now.set(true);
    }

    /** Since the last one that every sink took. */
    public OptionalLong ageSeconds() {
        OptionalLong last = lastNanos;
        return last.isEmpty()
                ? last
                : OptionalLong.of(Duration.ofNanos(real.nanos() - last.getAsLong()).toSeconds());
    }

    /** Of the worst sink. */
    public synchronized int consecutiveFailures() {
        return failures.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    }

    @Override
    public String name() {
        return "heartbeat";
    }

    @Override
    public void run(Runnable progress) throws InterruptedException {
        long due = real.nanos();
        while (true) {
            if (now.getAndSet(false) || real.nanos() - due >= 0) {
                beat();
                due = real.nanos() + interval.get().toNanos();
            }
            progress.run();
            real.sleep(LOOK);
        }
    }

    /** One heartbeat to every sink. */
    public synchronized void beat() {
        Map<String, @Nullable Object> heartbeat = content.get();
        boolean all = true;
        for (HeartbeatSink sink : sinks.get()) {
            all &= sent(sink, heartbeat);
        }
        if (all) {
            lastNanos = OptionalLong.of(real.nanos());
        }
    }

    private boolean sent(HeartbeatSink sink, Map<String, @Nullable Object> heartbeat) {
        try {
            sink.send(heartbeat);
            failures.put(sink.name(), 0);
            return true;
        } catch (IOException | RuntimeException e) {
            int count = failures.merge(sink.name(), 1, Integer::sum);
            if (count == CRITICAL_FAILURES) {
                LOG.error("[CLOUD] CRITICAL: {} heartbeats in a row did not reach {}: {}", count, sink.name(),
                        e.toString());
            } else {
                LOG.warn("[CLOUD] A heartbeat did not reach {}: {}", sink.name(), e.toString());
            }
            return false;
        }
    }
}
