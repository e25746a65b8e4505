// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.system;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pigenny.core.model.Loop;
import org.pigenny.core.time.ManualTime;

final class SdNotifyTest {
    @TempDir
    Path folder;

    @Test
    void readiness_and_life_reach_the_socket_of_systemd_and_life_only_while_critical_loops_progress()
            throws Exception {
        try (StandInSystemd systemd = new StandInSystemd(folder)) {
            SdNotify notify = new SdNotify(Map.of("NOTIFY_SOCKET", systemd.socket()));
            notify.send("READY=1");
            assertEquals("READY=1", systemd.told());
            feed(notify, systemd);
        }
    }

    private static void feed(SdNotify notify, StandInSystemd systemd) throws IOException, InterruptedException {
        ManualTime time = new ManualTime(Instant.parse("2026-01-05T12:00:00Z"));
        LinkedBlockingQueue<String> said = new LinkedBlockingQueue<>();
        CountDownLatch hang = new CountDownLatch(1);
        Loop loop = new Loop() {
            @Override
            public String name() {
                return "tick";
            }

            @Override
            public void run(Runnable progress) throws InterruptedException {
                progress.run();
                said.add("up");
                hang.await();
            }
        };
        Service control = new Service(new ServicePlan("control", true, 0, () -> List.of(loop), Duration.ofSeconds(10),
                Map::of, List.of()), time, code -> {}, event -> {});
        Service logging = new Service(new ServicePlan("logging", false, 0, List::of, Duration.ofSeconds(10), Map::of,
                List.of()), time, code -> {}, event -> {});
        control.start();
        assertEquals("up", said.poll(20, TimeUnit.SECONDS));
        Watchdog watchdog = new Watchdog(notify, Map.of(), List.of(control, logging), time::nanos, time);
        watchdog.look();
        assertEquals("WATCHDOG=1", systemd.told());
        time.advance(Duration.ofSeconds(11));
        watchdog.look();
        assertEquals("STATUS=not fed: control tick made no progress for 11 s", systemd.told());
        Watchdog blind = new Watchdog(notify, Map.of(), List.of(), () -> time.nanos() - 31_000_000_000L, time);
        blind.look();
        assertEquals("STATUS=not fed: the supervisor stands still", systemd.told());
        control.stop(Duration.ofSeconds(5));
        control.close();
    }

    @Test
    void without_a_socket_and_with_one_that_is_gone_nothing_happens() {
        new SdNotify(Map.of()).send("READY=1");
        new SdNotify(Map.of("NOTIFY_SOCKET", folder.resolve("gone").toString())).send("READY=1");
        assertEquals(false, new SdNotify(Map.of("NOTIFY_SOCKET", "")).present());
    }
}
