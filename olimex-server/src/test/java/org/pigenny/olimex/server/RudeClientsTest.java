// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.olimex.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pigenny.olimex.protocol.Answers;
import org.pigenny.olimex.protocol.Hmac;

/** Noise, floods and strangers: the engine is unaffected and everybody else is served. */
class RudeClientsTest {
    @TempDir
    Path stateDir = Path.of("");
    private @Nullable ServerProcess server;

    private ServerProcess start(String... settings) throws IOException {
        List<String> all = new ArrayList<>(ServerProcess.SHORT);
        all.addAll(List.of(settings));
        server = ServerProcess.start(stateDir, all);
        return server;
    }

    @AfterEach
    void end() {
        if (server != null) {
            server.close();
        }
    }

    @Test
    void binaryNoiseIsAnsweredWithErrors() throws IOException {
        try (Client client = start().client()) {
            client.send("\u0000\u0007\u00ff\u0080\n");
            assertEquals("ERROR: Unknown command '??' (try HELP)", client.line());
            assertEquals("PONG", client.ask("PING"));
        }
    }

    @Test
    void anEndlessLineIsRefusedAndThenClosed() throws IOException {
        try (Client client = start().client(); Client other = start(server)) {
            client.send("A".repeat(300) + "\n");
            assertEquals("ERROR: Line longer than 256 characters", client.line());
            assertEquals("PONG", client.ask("PING"));
            client.send("B".repeat(50_000));
            assertEquals("PONG", other.ask("PING"));
            client.send("B".repeat(50_000));
            assertEquals("<closed>", client.line());
        }
    }

    private static Client start(@Nullable ServerProcess running) throws IOException {
        if (running == null) {
            throw new IllegalStateException("no server");
        }
        return running.client();
    }

    @Test
    void randomBytesHarmNothing() throws IOException {
        ServerProcess running = start();
        Random random = new Random(42);
        for (int round = 0; round < 30; round++) {
            try (Client client = running.client()) {
                byte[] noise = new byte[random.nextInt(2000)];
                random.nextBytes(noise);
                client.socket.getOutputStream().write(noise);
            }
        }
        try (Client client = running.client()) {
            assertEquals("OFF (0x00)", client.untilPhase("off").get("RELAYS"));
        }
    }

    @Test
    void oneConnectionMayAskTwoHundredTimesASecondAndMore() throws IOException {
        try (Client client = start().client()) {
            for (int i = 0; i < 2000; i++) {
                assertEquals("PONG", client.ask("PING"));
            }
        }
    }

    @Test
    void aFloodIsServedMoreSlowlyAndNeverRefused() throws IOException {
        ServerProcess running = start();
        try (Client flood = running.client(); Client other = running.client()) {
            flood.send("PING\n".repeat(3000));
            assertEquals("PONG", other.ask("PING"));
            for (int i = 0; i < 3000; i++) {
                assertEquals("PONG", flood.line());
            }
        }
    }

    @Test
    void aClientThatReadsNothingHoldsUpNobody() throws IOException {
        ServerProcess running = start();
        try (Client deaf = running.client(); Client other = running.client()) {
            deaf.socket.setSoTimeout(1);
            deaf.send("STATUS\n".repeat(2000));
            assertEquals("OK: Generator started and charger enabled", other.ask("START"));
            assertEquals("PONG", other.ask("PING"));
        }
    }

    @Test
    void theSeventeenthConnectionIsTurnedAwayInWords() throws IOException {
        ServerProcess running = start();
        List<Client> clients = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            clients.add(running.client());
            assertEquals("PONG", clients.get(i).ask("PING"));
        }
        try (Client more = running.client()) {
            assertEquals("ERROR: Too many connections (16)", more.greeting);
        }
        for (Client client : clients) {
            assertEquals("PONG", client.ask("PING"));
            client.close();
        }
        try (Client later = running.client()) {
            later.until(status -> true);
        }
    }

    @Test
    void aSilentConnectionIsClosed() throws IOException {
        try (Client client = start("idle_s=0.5").client()) {
            assertEquals("<closed>", client.line());
        }
    }

    @Test
    void withAKeyOnlyItsHoldersMayCommand() throws IOException {
        Path key = stateDir.resolve("key");
        Files.writeString(key, "correct horse battery\n");
        try (Client client = start("key_file=" + key).client()) {
            assertEquals("ERROR: Not authenticated (AUTH first)", client.ask("START"));
            assertEquals("ERROR: Invalid hex value", client.ask("RELAY XX"), "syntax is judged before permission");
            assertEquals("PONG", client.ask("PING"));
            String challenge = client.ask("AUTH");
            assertEquals("ERROR: Authentication failed", client.ask("AUTH " + "0".repeat(64)));
            assertEquals("ERROR: Authentication failed", client.ask("AUTH " + answer(challenge)), "one try each");
            assertEquals("OK: Authenticated", client.ask("AUTH " + answer(client.ask("AUTH"))));
            assertEquals("OK: Generator started and charger enabled", client.ask("START"));
        }
    }

    private static String answer(String challenge) {
        return Hmac.answer("correct horse battery".getBytes(java.nio.charset.StandardCharsets.US_ASCII),
                challenge.substring(Answers.CHALLENGE.length()));
    }

    @Test
    void halfAConversationThatEndsIsAnsweredToItsEnd() throws IOException {
        try (Client client = start().client()) {
            // On a crowded machine the server may listen before it has seen the inputs.
            client.untilPhase("off");
            client.send("PING\nINPUTS\nPING");
            client.socket.shutdownOutput();
            assertEquals("PONG", client.line());
            assertTrue(client.line().startsWith("IN1="));
            assertEquals("PONG", client.line());
            assertEquals("<closed>", client.line());
        }
    }

    @Test
    void anotherLoopbackAddressMayCommandToo() throws IOException {
        InetAddress other = InetAddress.getByAddress(new byte[]{127, 0, 0, 2});
        ServerProcess running = start();
        try (Client client = new Client(running.port(), other)) {
            client.untilPhase("off");
            assertEquals("OK: Maintenance mode on", client.ask("MAINTENANCE ON"));
        }
    }

    /** The relays are this client's, with the engine off. */
    private static void maintenance(Client client) throws IOException {
        client.untilPhase("off");
        client.ask("MAINTENANCE ON");
    }

    @Test
    void relaysByHandDropWhenTheirClientLeaves() throws IOException {
        ServerProcess running = start();
        try (Client client = running.client()) {
            maintenance(client);
            assertEquals("OK: Relays set to 0x04 (GLOW)", client.ask("RELAY 04"));
        }
        try (Client watcher = running.client()) {
            watcher.until(status -> "OFF (0x00)".equals(status.get("RELAYS")));
        }
    }

    @Test
    void maintenanceEndsWithTheClientThatSwitchedItOn() throws IOException {
        ServerProcess running = start();
        try (Client client = running.client()) {
            maintenance(client);
            assertEquals("YES", client.status().get("MAINTENANCE"));
        }
        try (Client after = running.client()) {
            after.until(status -> "NO".equals(status.get("MAINTENANCE")));
            assertEquals("OK: Generator started and charger enabled", after.ask("START"));
        }
        assertTrue(running.journal().contains("maintenance mode ended with 127.0.0.1:"));
    }

    @Test
    void maintenanceStaysWhenAnotherThanItsClientLeaves() throws IOException {
        ServerProcess running = start();
        try (Client first = running.client()) {
            maintenance(first);
            try (Client second = running.client()) {
                second.ask("MAINTENANCE ON");
                String gone = "connection 127.0.0.1:" + first.socket.getLocalPort() + " closed";
                first.socket.close();
                second.until(status -> journal(running).contains(gone));
                assertEquals("OK: Relays set to 0x04 (GLOW)", second.ask("RELAY 04"));
                assertEquals("YES", second.status().get("MAINTENANCE"));
            }
        }
    }

    @Test
    void maintenanceIsNotEndedByTheSilenceOfItsClient() throws IOException {
        ServerProcess running = start("idle_s=0.5");
        try (Client client = running.client()) {
            maintenance(client);
            try (Client silent = running.client()) {
                assertEquals("<closed>", silent.line(), "silent for less time, with nothing in hand");
            }
            assertEquals("OK: Relays set to 0x04 (GLOW)", client.ask("RELAY 04"));
            client.ask("RELAY 00");
            client.ask("MAINTENANCE OFF");
            assertEquals("<closed>", client.line(), "nothing in hand any more");
        }
    }

    private static String journal(ServerProcess running) {
        try {
            return running.journal();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void everyChangeIsPushedToASubscriber() throws IOException {
        ServerProcess running = start();
        try (Client subscriber = running.client(); Client client = running.client()) {
            client.untilPhase("off");
            assertEquals("OK: Subscribed", subscriber.ask("SUBSCRIBE"));
            client.ask("START");
            List<String> phases = new ArrayList<>();
            while (!phases.contains("loaded")) {
                String line = subscriber.line();
                assertTrue(line.startsWith("EVENT "), line);
                if (line.startsWith("EVENT PHASE: ")) {
                    phases.add(line.substring("EVENT PHASE: ".length()));
                }
            }
            assertEquals(List.of("off", "reset", "ignition", "crank", "verify", "warmup", "stabilise", "loaded"),
                    phases);
        }
    }
}
