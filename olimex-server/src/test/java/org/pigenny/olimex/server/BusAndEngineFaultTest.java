// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.olimex.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.pigenny.olimex.protocol.Phase;

/** The relay board dies, and the engine does what it should not, under the real process. */
class BusAndEngineFaultTest {
    @TempDir
    Path stateDir = Path.of("");

    @ParameterizedTest
    @EnumSource(names = {"CRANK", "LOADED"})
    void aDeadBusIsAFaultAndTheRelaysAreMadeSafeWhenItIsBack(Phase phase) throws IOException {
        try (ServerProcess server = ServerProcess.start(stateDir, Fixture.settings(phase));
                Client client = server.client();
                Client watcher = server.client()) {
            Fixture.bring(client, phase, "START");
            watcher.untilPhase(phase.word());
            watcher.ask("SIMULATE i2c_dead");
            Map<String, String> dead = watcher.untilPhase("fault");
            assertEquals("ERROR", dead.get("I2C"));
            assertEquals("I2C", dead.get("FAULT"));
            assertEquals("ERROR", dead.get("INPUTS"));
            assertEquals("unknown", dead.get("ENGINE"));
            assertEquals(phase == Phase.LOADED ? "YES" : "NO", dead.get("RUNNING"), "the last that was known");
            watcher.ask("SIMULATE " + (phase == Phase.CRANK ? "no_fire" : "ok"));
            watcher.until(status -> "OFF (0x00)".equals(status.get("RELAYS")));
            Fixture.relaysUntil(server, "OFF");
            assertEquals("I2C", watcher.untilPhase("fault").get("FAULT"));
            assertTrue(watcher.ask("START").startsWith("ERROR: Relay board does not answer"), "barred until reset");
            watcher.until(status -> "stopped".equals(status.get("ENGINE")));
            assertEquals("OK: Reset", watcher.ask("RESET"));
        }
    }

    @ParameterizedTest
    @Tag("soak")
    @EnumSource(names = {"RESET", "PREHEAT", "IGNITION", "GLOW_CRANK", "REST", "VERIFY", "WARMUP", "STABILISE",
        "COOLDOWN", "OFF"})
    void aDeadBusInEveryOtherPhaseEndsWithEverythingOff(Phase phase) throws IOException {
        try (ServerProcess server = ServerProcess.start(stateDir, Fixture.settings(phase));
                Client client = server.client();
                Client watcher = server.client()) {
            Fixture.bring(client, phase, "START");
            watcher.untilPhase(phase.word());
            watcher.ask("SIMULATE i2c_dead");
            assertEquals("I2C", watcher.untilPhase("fault").get("FAULT"));
            watcher.ask("SIMULATE no_fire");
            watcher.until(status -> "SIMULATED".equals(status.get("I2C")));
            if (phase == Phase.COOLDOWN) {
                watcher.untilPhase("cooldown");
                assertEquals("IGN (0x08)", watcher.status().get("RELAYS"));
            } else {
                watcher.until(status -> "OFF (0x00)".equals(status.get("RELAYS")));
            }
        }
    }

    @Test
    void anEngineThatStallsUnderLoadIsLetGo() throws IOException {
        try (ServerProcess server = ServerProcess.start(stateDir, ServerProcess.SHORT);
                Client client = server.client()) {
            Fixture.bring(client, Phase.LOADED, "START");
            client.line();
            client.ask("SIMULATE stall");
            assertEquals("STALLED", client.untilPhase("off").get("FAULT"));
            List<String> relays = Fixture.relaysUntil(server, "OFF");
            assertEquals(List.of("IGN+CHARGER", "OFF"), relays.subList(relays.size() - 2, relays.size()));
        }
    }

    @Test
    void threeStartsThatDoNotFireLockOutUntilReset() throws IOException {
        try (ServerProcess server = ServerProcess.start(stateDir,
                List.of("reset_s=0", "ignition_s=0.05", "crank_s=0.2", "glow_crank_s=0", "verify_s=0.05",
                        "rest_s=0.2", "engine=no_fire"));
                Client client = server.client()) {
            client.untilPhase("off");
            for (int i = 0; i < 3; i++) {
                assertEquals("ERROR: Generator failed to start (status=2)", client.ask("START"));
            }
            assertEquals("ERROR: Locked out after 3 failed starts (RESET first)", client.ask("START"));
            assertEquals("YES", client.status().get("LOCKED_OUT"));
            assertEquals("OK: Reset", client.ask("RESET"));
            assertEquals("NO", client.status().get("LOCKED_OUT"));
        }
    }

    @Test
    void aWeldedStarterAndAnEngineThatWillNotStopAreFaultsThatStay() throws IOException {
        try (ServerProcess server = ServerProcess.start(stateDir, ServerProcess.SHORT);
                Client client = server.client()) {
            client.untilPhase("off");
            client.ask("SIMULATE wont_stop");
            client.ask("START");
            assertTrue(client.ask("STOP").startsWith("ERROR: Generator is not proven off (IN1=1"), "said as it is");
            assertEquals("WONT_STOP", client.status().get("FAULT"));
            client.ask("SIMULATE ok");
            client.until(status -> "NO".equals(status.get("RUNNING")));
            assertEquals("OK: Reset", client.ask("RESET"));
            client.ask("SIMULATE welded_starter");
            assertEquals("WELDED_STARTER", client.untilPhase("fault").get("FAULT"));
            assertTrue(client.ask("RESET").startsWith("ERROR: Cause is not gone"));
        }
    }
}
