// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.pigenny.core.device.inverter.InverterPoller;
import org.pigenny.core.device.inverter.Recordings;
import org.pigenny.core.device.recording.RegisterScan;
import org.pigenny.core.model.settings.InverterSettings;
import org.pigenny.core.simulation.inverter.Replay;
import org.pigenny.core.simulation.inverter.SimulatedInverter;
import org.pigenny.core.time.SystemTime;

@Timeout(60)
class RegisterDoorTest {
    private final RegisterDoor door = new RegisterDoor();

    @Test
    void readsThroughThePollerThatOwnsThePort() throws Exception {
        SystemTime time = new SystemTime();
        CountDownLatch polled = new CountDownLatch(1);
        try (SimulatedInverter inverter = SimulatedInverter.start(
                Replay.scan(RegisterScan.parse(Recordings.text(Recordings.SCAN_44)), time))) {
            InverterPoller poller = new InverterPoller(inverter.reach(InverterSettings.defaults()),
                    Duration.ofSeconds(30),
                    time, time, report -> polled.countDown(), link -> {}, event -> {});
            door.connect(poller);
            assertTrue(door.answer("registers input 5 1").containsKey("error"), "not before it runs");
            Thread thread = Thread.ofPlatform().start(() -> {
                try {
                    poller.run(() -> {});
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
            assertTrue(polled.await(30, TimeUnit.SECONDS));
            assertEquals(List.of(24_108), door.answer("registers input 5 1").get("registers"));
            assertEquals(2, door.answer("registers holding 5 1").get("exception"));
            thread.interrupt();
            thread.join(10_000);
        }
        assertTrue(door.answer("registers input 5 1").containsKey("error"));
    }

    @Test
    void refusesWhatIsNoRange() {
        for (String wrong : List.of("registers", "registers input 0 0", "registers input 0 126", "registers coils 0 1",
                "registers input 65535 2", "registers input -1 2")) {
            assertTrue(door.answer(wrong).containsKey("error"), wrong);
        }
    }
}
