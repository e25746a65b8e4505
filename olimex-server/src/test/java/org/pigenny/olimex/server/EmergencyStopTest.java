// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.olimex.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.pigenny.olimex.protocol.Phase;

/** Emergency stop of the real process, while another client waits for its blocking start. */
class EmergencyStopTest {
    @TempDir
    Path stateDir = Path.of("");

    @ParameterizedTest
    @Tag("soak")
    @EnumSource(names = {"OFF", "RESET", "PREHEAT", "IGNITION", "GLOW_CRANK", "VERIFY", "REST", "STABILISE", "COOLDOWN",
        "STOPPING"})
    void everythingIsOffInEveryOtherPhase(Phase phase) throws IOException {
        everythingIsOffWhenTheAnswerComesAndStaysOffUntilReset(phase);
    }

    @ParameterizedTest
    @EnumSource(names = {"CRANK", "WARMUP", "LOADED"})
    void everythingIsOffWhenTheAnswerComesAndStaysOffUntilReset(Phase phase) throws IOException {
        try (ServerProcess server = ServerProcess.start(stateDir, Fixture.settings(phase));
                Client client = server.client();
                Client other = server.client()) {
            Fixture.bring(client, phase, "START");
            other.untilPhase(phase.word());
            assertEquals("OK: Emergency stop, all relays off", other.ask("ESTOP"));
            Map<String, String> status = other.status();
            assertEquals("fault", status.get("PHASE"));
            assertEquals("EMERGENCY_STOP", status.get("FAULT"));
            assertEquals("OFF (0x00)", status.get("RELAYS"));
            assertTrue(other.ask("START").startsWith("ERROR: "));
            assertEquals("OFF (0x00)", other.status().get("RELAYS"));
            other.ask("SIMULATE ok");
            other.until(seen -> String.valueOf(seen.get("INPUTS")).endsWith("raw=0"));
            assertEquals("OK: Reset", other.ask("RESET"));
            assertEquals("off", other.phase());
            Fixture.journalUntil(server, "OK: Emergency stop, all relays off, relays off [0-9.]+ ms after receipt");
        }
    }
}
