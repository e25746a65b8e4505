// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pigenny.core.json.Json;

final class HeartbeatTest {
    private static final class Enough extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    private final LeapingTime time = new LeapingTime();
    private final List<Double> beats = new ArrayList<>();

    @TempDir
    Path folder;

    @Test
    void every_thirty_seconds_whatever_a_broken_sink_does() throws InterruptedException {
        HeartbeatSink broken = sink("broken", beat -> {
            throw new IOException("planted");
        });
        HeartbeatSink good = sink("good", beat -> beats.add(time.seconds()));
        Heartbeat heartbeat = new Heartbeat(() -> List.of(broken, good), Json::object, () -> Duration.ofSeconds(30),
                time);
        run(heartbeat, 200);
        assertEquals(List.of(0.0, 30.0, 60.0, 90.0, 120.0, 150.0, 180.0), beats);
        assertEquals(7, heartbeat.consecutiveFailures());
        assertTrue(heartbeat.ageSeconds().isEmpty(), "none reached every sink");
    }

    @Test
    void one_can_be_asked_for_at_once() throws InterruptedException {
        HeartbeatSink good = sink("good", beat -> beats.add(time.seconds()));
        Heartbeat heartbeat = new Heartbeat(() -> List.of(good), Json::object, () -> Duration.ofSeconds(30), time);
        run(heartbeat, 10);
        heartbeat.sendSoon();
        run(heartbeat, 20);
        assertEquals(2, beats.size());
        assertTrue(heartbeat.ageSeconds().isPresent());
    }

    @Test
    void the_file_sink_appends_lines_and_stays_bounded() throws IOException {
        FileSink sink = new FileSink(folder.resolve("logs/heartbeat.jsonl"));
        Map<String, @Nullable Object> large = Json.object("filler", "x".repeat(300_000));
        for (int i = 0; i < 12; i++) {
            sink.send(large);
        }
        assertTrue(Files.size(folder.resolve("logs/heartbeat.jsonl")) < 1_600_000);
        assertTrue(Files.exists(folder.resolve("logs/heartbeat.jsonl.1")));
        try (var files = Files.list(folder.resolve("logs"))) {
            assertEquals(2, files.count());
        }
    }

    private interface Send {
        void send(Map<String, @Nullable Object> heartbeat) throws IOException;
    }

    private static HeartbeatSink sink(String name, Send send) {
        return new HeartbeatSink() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public void send(Map<String, @Nullable Object> heartbeat) throws IOException {
                send.send(heartbeat);
            }
        };
    }

    private void run(Heartbeat heartbeat, double untilSeconds) throws InterruptedException {
        try {
            heartbeat.run(() -> {
                if (time.seconds() >= untilSeconds) {
                    throw new Enough();
                }
            });
        } catch (Enough e) {
            assertTrue(time.seconds() >= untilSeconds);
        }
    }
}
