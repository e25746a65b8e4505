// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.device.relay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pigenny.core.model.EngineCommand;
import org.pigenny.core.model.EnginePhase;
import org.pigenny.core.model.EngineReport;
import org.pigenny.core.model.EngineReport.StartOutcome;
import org.pigenny.core.model.LinkReport;

/** The client against the real server process. */
class RelayClientTest {
    @TempDir
    Path stateDir = Path.of("");
    private final Desk desk = new Desk();

    @AfterEach
    void end() {
        desk.close();
    }

    @Test
    void drivesTheEngineToLoadAndOff() throws IOException {
        try (RelayServer server = RelayServer.start(stateDir, 0)) {
            desk.connect(server.port());
            desk.renewing(true);
            desk.await(report -> report.phase() == EnginePhase.OFF);
            desk.client().submit(EngineCommand.START);
            EngineReport loaded = desk.await(report -> report.phase() == EnginePhase.LOADED);
            assertTrue(loaded.on(EngineReport.CHARGER));
            assertEquals(StartOutcome.RUNNING, loaded.lastStart());
            assertEquals(1, loaded.runId());
            assertTrue(loaded.running().orElse(false));
            assertEquals(EngineReport.Bus.SIMULATED, loaded.bus());
            assertTrue(desk.answer(EngineCommand.START).accepted());
            desk.client().submit(EngineCommand.STOP);
            desk.await(report -> report.phase() == EnginePhase.COOLDOWN && !report.on(EngineReport.CHARGER));
            EngineReport off = desk.await(report -> report.phase() == EnginePhase.OFF);
            assertEquals(0, off.relays());
        }
    }

    @Test
    void everyPhaseIsPushedAsItHappens() throws IOException {
        try (RelayServer server = RelayServer.start(stateDir, 0)) {
            loadedThrough(server.port());
            assertTrue(desk.phases()
                    .containsAll(java.util.List.of(EnginePhase.CRANK, EnginePhase.VERIFY,
                            EnginePhase.WARMUP, EnginePhase.STABILISE, EnginePhase.LOADED)),
                    desk.phases().toString());
        }
    }

    @Test
    void aLeaseThatControlNoLongerRenewsStopsTheEngine() throws IOException {
        try (RelayServer server = RelayServer.start(stateDir, 0, "charger_lease_s=2", "client_lease_s=4")) {
            loadedThrough(server.port());
            desk.renewing(false);
            EngineReport off = desk.await(report -> report.phase() == EnginePhase.OFF);
            assertEquals("LEASE", off.fault().map(EngineReport.Fault::code).orElse(""));
            assertTrue(desk.phases().contains(EnginePhase.COOLDOWN));
        }
    }

    @Test
    void comesBackAfterTheServerWasKilledAndFindsTheEngineRunning() throws IOException {
        int port;
        try (RelayServer server = RelayServer.start(stateDir, 0)) {
            port = server.port();
            loadedThrough(port);
        }
        desk.awaitLink(LinkReport.State.DOWN);
        try (RelayServer again = RelayServer.start(stateDir, port)) {
            desk.awaitLink(LinkReport.State.UP);
            EngineReport report = desk.await(newest -> newest.phase() == EnginePhase.LOADED);
            assertEquals(1, report.runId());
            assertTrue(report.on(EngineReport.CHARGER));
            assertTrue(again.port() == port);
        }
    }

    /** Connects, and has the engine started until it carries the charger. */
    private void loadedThrough(int port) {
        desk.connect(port);
        desk.renewing(true);
        desk.await(report -> report.phase() == EnginePhase.OFF);
        desk.client().submit(EngineCommand.START);
        desk.await(report -> report.phase() == EnginePhase.LOADED);
    }

    @Test
    void aServerRestartedInItsFirstSecondIsSaidToHaveRestarted() throws IOException {
        int port;
        try (RelayServer server = RelayServer.start(stateDir, 0)) {
            port = server.port();
            desk.connect(port);
            desk.awaitLink(LinkReport.State.UP);
        }
        desk.awaitLink(LinkReport.State.DOWN);
        assertFalse(desk.heard("link.relay.restarted"));
        try (RelayServer again = RelayServer.start(stateDir, port)) {
            desk.awaitLink(LinkReport.State.UP);
            assertTrue(desk.heard("link.relay.restarted"));
            assertEquals(port, again.port());
        }
    }

    @Test
    void withoutAServerItSaysSoAndRefusesAStartAtOnce() throws IOException {
        int free;
        try (RelayServer server = RelayServer.start(stateDir, 0)) {
            free = server.port();
        }
        desk.connect(free);
        LinkReport link = desk.awaitLink(LinkReport.State.DOWN);
        assertEquals("link.relay.unreachable", link.detail().key());
        desk.client().submit(EngineCommand.START);
        assertFalse(desk.answer(EngineCommand.START).accepted());
    }

    @Test
    void anEmergencyStopWaitsForAServerThatIsAway() throws IOException {
        int port;
        try (RelayServer server = RelayServer.start(stateDir, 0)) {
            port = server.port();
            loadedThrough(port);
        }
        desk.awaitLink(LinkReport.State.DOWN);
        desk.client().submit(EngineCommand.EMERGENCY_STOP);
        try (RelayServer again = RelayServer.start(stateDir, port)) {
            EngineReport report = desk.await(newest -> newest.phase() == EnginePhase.FAULT);
            assertEquals(0, report.relays());
            assertTrue(again.port() == port);
        }
    }

    @Test
    void provesToHaveTheSharedKey() throws IOException {
        Path key = stateDir.resolve("key");
        Files.writeString(key, "a shared secret of the house\n");
        try (RelayServer server = RelayServer.start(stateDir, 0, "key_file=" + key)) {
            desk.connect(server.port());
            desk.await(report -> report.phase() == EnginePhase.OFF);
            desk.client().submit(EngineCommand.START);
            assertFalse(desk.answer(EngineCommand.START).accepted());
            desk.close();
            desk.connect(server.port(), key.toString());
            desk.renewing(true);
            desk.awaitLink(LinkReport.State.UP);
            desk.client().submit(EngineCommand.START);
            desk.await(report -> report.phase() == EnginePhase.LOADED);
        }
    }

    @Test
    void aLoadThatCannotWaitGetsTheEngineWithoutItsWarmUp() throws IOException {
        try (RelayServer server = RelayServer.start(stateDir, 0, "warmup_s=3600")) {
            desk.connect(server.port());
            desk.renewing(true);
            desk.await(report -> report.phase() == EnginePhase.OFF);
            desk.client().submit(EngineCommand.START_WITHOUT_WARMUP);
            desk.await(report -> report.phase() == EnginePhase.LOADED);
            assertEquals("OK: run=1 warmup=skipped", desk.answer(EngineCommand.START_WITHOUT_WARMUP).text());
            assertFalse(desk.heard("link.relay.warms_up"));
        }
    }

    @Test
    void anOlderServerStartsAsUsualAndThatIsTold() throws IOException {
        try (RelayServer server = RelayServer.start(stateDir, 0, "warmup_s=1");
                OlderServer older = new OlderServer(server)) {
            desk.connect(older.port());
            desk.renewing(true);
            desk.await(report -> report.phase() == EnginePhase.OFF);
            desk.client().submit(EngineCommand.START_WITHOUT_WARMUP);
            desk.await(report -> report.phase() == EnginePhase.LOADED);
            assertTrue(desk.phases().contains(EnginePhase.WARMUP));
            assertTrue(desk.answer(EngineCommand.START_WITHOUT_WARMUP).accepted());
            assertTrue(desk.heard("link.relay.warms_up"));
        }
    }

    @Test
    void theTimeLeftIsThatOfThePlant() {
        assertEquals(Duration.ofSeconds(60), Reports.of(java.util.Map.of(
                org.pigenny.olimex.protocol.StatusKey.RELAYS, "OFF (0x00)",
                org.pigenny.olimex.protocol.StatusKey.PHASE_LEFT, "0.5"), 120, 0).phaseLeft().orElseThrow());
    }
}
