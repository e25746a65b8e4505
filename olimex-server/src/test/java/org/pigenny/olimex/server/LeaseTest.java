// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.olimex.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.pigenny.olimex.protocol.Phase;

/** The client disappears, in every phase of its run, from the real process. */
class LeaseTest {
    @TempDir
    Path stateDir = Path.of("");

    @ParameterizedTest
    @Tag("soak")
    @EnumSource(names = {"REST", "RESET", "PREHEAT", "IGNITION", "GLOW_CRANK", "VERIFY", "STABILISE"})
    void aStartWhoseClientIsGoneComesToItsEndInEveryOtherPhase(Phase phase) throws IOException {
        aRunWhoseClientIsGoneComesToItsEnd(phase);
    }

    @ParameterizedTest
    @EnumSource(names = {"CRANK", "WARMUP", "LOADED"})
    void aRunWhoseClientIsGoneComesToItsEnd(Phase phase) throws IOException {
        List<String> settings = Fixture.settings(phase, "charger_lease_s=3", "client_lease_s=4");
        try (ServerProcess server = ServerProcess.start(stateDir, settings)) {
            try (Client client = server.client()) {
                Fixture.bring(client, phase, "RUN");
                renewUntil(client, phase);
            }
            try (Client watcher = server.client()) {
                Map<String, String> status = watcher.untilPhase("off");
                assertEquals("LEASE", status.get("STOP_REASON"));
                assertEquals("LEASE", status.get("FAULT"));
                boolean moved = phase != Phase.REST && phase != Phase.RESET;
                List<String> relays = moved ? Fixture.relaysUntil(server, "OFF") : Fixture.relays(server);
                if (phase == Phase.LOADED) {
                    assertEquals(List.of("IGN+CHARGER", "IGN", "OFF"),
                            relays.subList(relays.size() - 3, relays.size()));
                } else {
                    assertTrue(relays.isEmpty() || relays.get(relays.size() - 1).equals("OFF"), relays.toString());
                    assertTrue(relays.stream().noneMatch(on -> on.contains("CHARGER")), relays.toString());
                }
            }
        }
    }

    /** Leases run in real time: the client keeps its own until the phase is reached, however slow the machine is. */
    private static void renewUntil(Client client, Phase phase) throws IOException {
        client.until(status -> {
            try {
                assertEquals("OK: Lease renewed", client.ask("RENEW"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return phase.word().equals(status.get("PHASE"));
        });
    }

    @Test
    void aClientThatRenewsKeepsItsRun() throws IOException {
        try (ServerProcess server = ServerProcess.start(stateDir, List.of("reset_s=0", "ignition_s=0.05",
                "fires_after_s=0.1", "verify_s=0.1", "warmup_s=0", "stabilise_s=0", "charger_lease_s=3",
                "client_lease_s=4")); Client client = server.client()) {
            client.untilPhase("off");
            client.ask("RUN");
            renewUntil(client, Phase.LOADED);
            long until = System.nanoTime() + 5_000_000_000L;
            while (System.nanoTime() < until) {
                assertEquals("OK: Lease renewed", client.ask("RENEW"));
                assertEquals("loaded", client.phase());
            }
        }
    }

    @Test
    void aLegacyRunGoesOnWithoutItsClient() throws IOException {
        List<String> settings = Fixture.settings(Phase.LOADED, "charger_lease_s=0.2", "client_lease_s=0.2",
                "max_run_s=3");
        try (ServerProcess server = ServerProcess.start(stateDir, settings)) {
            try (Client client = server.client()) {
                Fixture.bring(client, Phase.LOADED, "START");
                client.line();
            }
            try (Client watcher = server.client()) {
                Map<String, String> status = watcher.until(seen -> Long.parseLong(seen.get("RUN_SECONDS")) >= 1);
                assertEquals("loaded", status.get("PHASE"));
                assertEquals("MAX_RUN", watcher.untilPhase("off").get("STOP_REASON"));
            }
        }
    }
}
