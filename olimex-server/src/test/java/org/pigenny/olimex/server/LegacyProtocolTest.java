// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.olimex.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The wire as existing clients speak it, byte for byte (relay-server.md 3). */
class LegacyProtocolTest {
    @TempDir
    Path stateDir = Path.of("");
    private ServerProcess server;
    private Client client;

    @BeforeEach
    void start() throws IOException {
        server = ServerProcess.start(stateDir, ServerProcess.SHORT);
        client = server.client();
        client.untilPhase("off");
    }

    @AfterEach
    void end() throws IOException {
        client.close();
        server.close();
    }

    @Test
    void greetsAndAnswersInAnyCase() throws IOException {
        assertEquals("GENNY SERVER READY", client.greeting);
        assertEquals("PONG", client.ask("PING"));
        assertEquals("PONG", client.ask("ping"));
        assertEquals("PONG", client.ask("  Ping and more\r"));
    }

    @Test
    void statusHasItsKeysInOrder() throws IOException {
        List<String> lines = client.askLines("STATUS");
        assertEquals("INPUTS: IN1=0 IN2=0 IN3=0 IN4=0 raw=0", lines.get(0));
        assertEquals("RELAYS: OFF (0x00)", lines.get(1));
        assertEquals("RUNNING: NO", lines.get(2));
        assertEquals("START_IN_PROGRESS: NO", lines.get(3));
        assertEquals("I2C: SIMULATED", lines.get(4));
        assertEquals("THREADS: 3", lines.get(5));
        assertTrue(lines.get(6).matches("UPTIME: \\d+h\\d+m"), lines.get(6));
        assertTrue(lines.get(7).matches("MEMORY: \\d+%"), lines.get(7));
        assertTrue(lines.get(8).matches("DISK: \\d+\\.\\dG free \\(\\d+% used\\)"), lines.get(8));
        assertEquals("PHASE: off", lines.get(9));
        assertEquals("END", lines.get(lines.size() - 1));
    }

    @Test
    void inputsAreOneLine() throws IOException {
        assertEquals("IN1=0 IN2=0 IN3=0 IN4=0 raw=0", client.ask("INPUTS"));
        client.ask("SIMULATE i2c_dead");
        client.until(status -> "ERROR".equals(status.get("I2C")));
        assertEquals("ERROR", client.ask("INPUTS"));
    }

    @Test
    void startAndStopAnswerWhenTheyAreDone() throws IOException {
        assertEquals("OK: Generator started and charger enabled", client.ask("START"));
        assertEquals("RELAYS: IGN+CHARGER (0x0A)", client.askLines("STATUS").get(1));
        assertEquals("ERROR: Generator already running", client.ask("start"));
        assertEquals("OK: Generator stopped (after 3 min cooldown)", client.ask("STOP"));
        assertEquals("RELAYS: OFF (0x00)", client.askLines("STATUS").get(1));
        assertEquals("OK: Generator stopped (after 3 min cooldown)", client.ask("STOP"));
    }

    @Test
    void othersAreServedWhileAStartBlocksItsConnection() throws IOException {
        client.send("START\n");
        try (Client other = server.client()) {
            other.until(status -> "YES".equals(status.get("START_IN_PROGRESS")));
            assertEquals("ERROR: Start already in progress", other.ask("START"));
            assertEquals("OK: Generator stopped (after 3 min cooldown)", other.ask("STOP"));
        }
        assertTrue(client.line().matches("ERROR: Generator failed to start \\(status=\\d+\\)"));
    }

    @Test
    void anEngineThatDoesNotFireIsToldWithItsInputs() throws IOException {
        client.ask("SIMULATE no_fire");
        assertEquals("ERROR: Generator failed to start (status=2)", client.ask("START"));
    }

    @Test
    void aStopOvertakesTheStartOnItsOwnConnection() throws IOException {
        client.send("START\n");
        try (Client other = server.client()) {
            other.until(status -> "YES".equals(status.get("START_IN_PROGRESS")));
        }
        client.send("STOP\n");
        assertTrue(client.line().startsWith("ERROR: Generator failed to start (status="));
        assertEquals("OK: Generator stopped (after 3 min cooldown)", client.line());
    }

    @Test
    void relaySyntaxIsJudgedBeforePermission() throws IOException {
        assertEquals("ERROR: RELAY requires hex value (e.g., RELAY 0A)", client.ask("RELAY"));
        assertEquals("ERROR: Relay value must be 0x00-0x0F", client.ask("RELAY 1F"));
        assertEquals("ERROR: Relay value must be 0x00-0x0F", client.ask("RELAY -1"));
        assertEquals("ERROR: Relay value must be 0x00-0x0F", client.ask("RELAY FFFFFFFFFFFFFFFFFF"));
        assertEquals("ERROR: Invalid hex value", client.ask("RELAY XY"));
        assertEquals("ERROR: RELAY needs maintenance mode", client.ask("RELAY 0A"));
    }

    @Test
    void relaysAreSetByHandInMaintenanceMode() throws IOException {
        assertEquals("OK: Maintenance mode on", client.ask("MAINTENANCE ON"));
        assertEquals("OK: Relays set to 0x0A (IGN+CHARGER)", client.ask("RELAY 0A"));
        assertEquals("RELAYS: IGN+CHARGER (0x0A)", client.askLines("STATUS").get(1));
        assertEquals("OK: Relays set to 0x00 (OFF)", client.ask("relay 0x00"));
        assertEquals("ERROR: In maintenance mode", client.ask("START"));
    }

    @Test
    void helpBeginsAndEndsAsClientsExpect() throws IOException {
        List<String> lines = client.askLines("HELP");
        assertEquals("Commands:", lines.get(0));
        assertEquals("END", lines.get(lines.size() - 1));
    }

    @Test
    void quitSaysByeAndCloses() throws IOException {
        assertEquals("BYE", client.ask("quit"));
        assertEquals("<closed>", client.line());
    }

    @Test
    void anUnknownWordIsNamedUpperCased() throws IOException {
        assertEquals("ERROR: Unknown command 'XYZ' (try HELP)", client.ask("xyz 12"));
    }

    @Test
    void manyCommandsInOnePacketAreAnsweredInOrder() throws IOException {
        client.send("PING\n\n  \nINPUTS\nfoo\nPING\n");
        assertEquals("PONG", client.line());
        assertEquals("IN1=0 IN2=0 IN3=0 IN4=0 raw=0", client.line());
        assertEquals("ERROR: Unknown command 'FOO' (try HELP)", client.line());
        assertEquals("PONG", client.line());
    }
}
