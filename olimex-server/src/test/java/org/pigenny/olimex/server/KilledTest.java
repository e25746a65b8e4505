// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.olimex.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.pigenny.olimex.protocol.Phase;

/** {@code kill -9} of the real process in every phase, and a new one over the same board and engine. */
class KilledTest {
    @TempDir
    Path stateDir = Path.of("");
    private @Nullable ServerProcess restarted;

    private ServerProcess second() {
        return Objects.requireNonNull(restarted);
    }

    @AfterEach
    void end() {
        if (restarted != null) {
            restarted.close();
        }
    }

    private Map<String, String> killAndRestart(Phase phase) throws IOException {
        try (ServerProcess first = ServerProcess.start(stateDir, Fixture.settings(phase))) {
            try (Client client = first.client(); Client watcher = first.client()) {
                Fixture.bring(client, phase, "START");
                watcher.untilPhase(phase.word());
            }
        }
        // What turned without catching goes on doing so.
        String engine = phase.cranking() ? "engine=no_fire" : "engine=ok";
        restarted = ServerProcess.start(stateDir, Fixture.settings(phase, engine));
        try (Client client = second().client()) {
            return client.until(status -> !"unknown".equals(status.get("PHASE"))
                    && !"stopping".equals(status.get("PHASE")));
        }
    }

    @ParameterizedTest
    @Tag("soak")
    @EnumSource(names = {"OFF", "RESET", "PREHEAT", "IGNITION", "REST"})
    void aStartThatHasNotYetCrankedIsNotTakenUpAgain(Phase phase) throws IOException {
        beforeTheEngineRunsEverythingIsLetGoAndNothingIsTakenUpAgain(phase);
    }

    @ParameterizedTest
    @EnumSource(names = {"CRANK", "GLOW_CRANK"})
    void beforeTheEngineRunsEverythingIsLetGoAndNothingIsTakenUpAgain(Phase phase) throws IOException {
        Map<String, String> status = killAndRestart(phase);
        assertEquals("off", status.get("PHASE"));
        assertEquals("OFF (0x00)", status.get("RELAYS"));
        assertTrue(Fixture.relaysSinceRestart(second()).stream().noneMatch(relays -> relays.contains("START")),
                second().journal());
    }

    @ParameterizedTest
    @EnumSource(names = {"VERIFY", "WARMUP", "STABILISE", "LOADED", "COOLDOWN"})
    void aRunningEngineIsTakenOverWithoutARelayMoving(Phase phase) throws IOException {
        Map<String, String> status = killAndRestart(phase);
        assertEquals(phase.word(), status.get("PHASE"));
        assertEquals(phase == Phase.LOADED ? "IGN+CHARGER (0x0A)" : "IGN (0x08)", status.get("RELAYS"));
        assertEquals("YES", status.get("RUNNING"));
        assertEquals("1", status.get("RUN_ID"));
        assertEquals(phase == Phase.LOADED || phase == Phase.COOLDOWN ? "YES" : "NO", status.get("LOADED"));
        assertEquals(List.of(), Fixture.relaysSinceRestart(second()), second().journal());
    }

    @Test
    void aStopThatDoesNotEndIsStillWatched() throws IOException {
        try (ServerProcess first = ServerProcess.start(stateDir, Fixture.settings(Phase.STOPPING))) {
            try (Client client = first.client()) {
                Fixture.bring(client, Phase.STOPPING, "START");
                client.untilPhase("stopping");
            }
        }
        restarted = ServerProcess.start(stateDir,
                Fixture.settings(Phase.STOPPING, "engine=wont_stop", "stop_timeout_s=0.5"));
        try (Client client = second().client()) {
            assertEquals("WONT_STOP", client.untilPhase("fault").get("FAULT"));
        }
    }

    @Test
    void anEmergencyStopHolds() throws IOException {
        Map<String, String> status = killAndRestart(Phase.FAULT);
        assertEquals("fault", status.get("PHASE"));
        assertEquals("EMERGENCY_STOP", status.get("FAULT"));
        try (Client client = second().client()) {
            assertTrue(client.ask("START").startsWith("ERROR: "));
            assertEquals("OK: Reset", client.ask("RESET"));
            assertEquals("off", client.phase());
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"LOADED", "OFF"})
    void aDamagedStateFileHarmsNothing(Phase phase) throws IOException {
        try (ServerProcess first = ServerProcess.start(stateDir, Fixture.settings(phase))) {
            try (Client client = first.client(); Client watcher = first.client()) {
                Fixture.bring(client, phase, "START");
                watcher.untilPhase(phase.word());
            }
        }
        Files.write(stateDir.resolve("run.properties"), new byte[]{0, (byte) 0xFF, 12, 13});
        Files.write(stateDir.resolve("run.now"), new byte[]{1, 2, 3, 4, 5, 6, 7, 8, 9});
        Files.writeString(stateDir.resolve("run.properties.bak"), "phase=NONSENSE\nchecksum=0\n");
        restarted = ServerProcess.start(stateDir, Fixture.settings(phase));
        try (Client client = second().client()) {
            if (phase == Phase.OFF) {
                assertEquals("off", client.untilPhase("off").get("PHASE"));
                assertEquals("OK: Generator started and charger enabled", client.ask("START"));
            } else {
                client.until(status -> "YES".equals(status.get("RUNNING"))
                        && String.valueOf(status.get("RELAYS")).contains("IGN"));
                assertEquals("OK: Generator stopped (after 3 min cooldown)", client.ask("STOP"));
            }
        }
        assertTrue(second().journal().contains("State file was damaged"), second().journal());
    }
}
