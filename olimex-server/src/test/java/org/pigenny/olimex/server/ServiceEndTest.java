// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.olimex.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pigenny.olimex.protocol.Phase;

/** SIGTERM: the normal stop of the engine, unless it is handed over. */
class ServiceEndTest {
    @TempDir
    Path stateDir = Path.of("");

    @Test
    void aLoadedEngineIsCooledDownAndStoppedBeforeTheProcessEnds() throws IOException {
        try (ServerProcess server = ServerProcess.start(stateDir, ServerProcess.SHORT);
                Client client = server.client()) {
            Fixture.bring(client, Phase.LOADED, "START");
            client.line();
            server.terminate();
            server.awaitEnd();
            List<String> relays = Fixture.relays(server);
            assertEquals(List.of("IGN+CHARGER", "IGN", "OFF"), relays.subList(relays.size() - 3, relays.size()));
            assertTrue(server.journal().contains("phase cooldown -> stopping"), server.journal());
        }
    }

    @Test
    void aCrankIsLetGoAtOnce() throws IOException {
        try (ServerProcess server = ServerProcess.start(stateDir, Fixture.settings(Phase.CRANK));
                Client client = server.client();
                Client watcher = server.client()) {
            Fixture.bring(client, Phase.CRANK, "START");
            watcher.untilPhase("crank");
            server.terminate();
            server.awaitEnd();
            List<String> relays = Fixture.relays(server);
            assertEquals("OFF", relays.get(relays.size() - 1));
        }
    }

    @Test
    void statusIsAnsweredAndStartsAreRefusedWhileTheEngineCoolsDown() throws IOException {
        try (ServerProcess server = ServerProcess.start(stateDir, Fixture.settings(Phase.COOLDOWN, "cooldown_s=3"));
                Client client = server.client()) {
            Fixture.bring(client, Phase.LOADED, "START");
            client.line();
            server.terminate();
            client.untilPhase("cooldown");
            assertEquals("ERROR: Server is closing down", client.ask("RUN"));
        }
    }

    @Test
    void anEngineThatIsHandedOverRunsOn() throws IOException {
        try (ServerProcess server = ServerProcess.start(stateDir, ServerProcess.SHORT);
                Client client = server.client()) {
            Fixture.bring(client, Phase.LOADED, "START");
            client.line();
            assertEquals("OK: The engine is handed over at the next end", client.ask("HANDOVER"));
            server.terminate();
            server.awaitEnd();
        }
        try (ServerProcess next = ServerProcess.start(stateDir, ServerProcess.SHORT); Client client = next.client()) {
            client.untilPhase("loaded");
            assertEquals(List.of(), Fixture.relaysSinceRestart(next));
        }
    }
}
