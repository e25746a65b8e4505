// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.olimex.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Who may command. The rule itself with any address; its effect with a stranger on a real socket, who connects to loopback from
 * this machine's own address in its network.
 */
class AccessTest {
    private static final List<String> ORDERS = List.of("START", "STOP", "RUN", "HALT", "ESTOP", "RESET", "RENEW",
            "CYCLE", "MAINTENANCE ON", "RELAY 0A", "HANDOVER", "SIMULATE no_fire");

    @TempDir
    Path stateDir = Path.of("");

    private static Access access(String allow) throws SettingsException {
        return Access.of(Settings.load(List.of(), List.of("allow=" + allow)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.0.0.2", "::1"})
    void loopbackMayAlwaysCommand(String address) throws Exception {
        assertTrue(access("").allows(InetAddress.getByName(address)));
        assertTrue(access("192.0.2.7").allows(InetAddress.getByName(address)));
    }

    @Test
    void everyAllowedAddressMayCommandAndNoOther() throws Exception {
        Access access = access("192.0.2.7, 192.0.2.8 2001:db8::7");
        for (String peer : List.of("192.0.2.7", "192.0.2.8", "2001:db8::7", "2001:db8:0:0:0:0:0:7")) {
            assertTrue(access.allows(InetAddress.getByName(peer)), peer);
        }
        for (String stranger : List.of("192.0.2.9", "192.0.2.70", "10.0.0.1", "0.0.0.0", "2001:db8::8")) {
            assertFalse(access.allows(InetAddress.getByName(stranger)), stranger);
        }
    }

    @Test
    void withAnEmptyListNobodyElseMayCommand() throws Exception {
        assertFalse(access("").allows(InetAddress.getByName("192.0.2.7")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"kiosk.local", "192.0.2.0/24", "192.0.2.300", "*"})
    void aNameOrNonsenseInTheListIsRefusedInWords(String word) {
        SettingsException e = assertThrows(SettingsException.class, () -> access("192.0.2.7," + word));
        assertTrue(String.valueOf(e.getMessage())
                .contains("allow=" + word + " is refused, allowed: IP addresses separated by commas"), e.toString());
    }

    @Test
    void aStrangerMayLookAndNotTouch() throws IOException {
        InetAddress stranger = ownAddress();
        try (ServerProcess server = start("allow=203.0.113.9");
                Client client = new Client(server.port(), stranger);
                Client home = server.client()) {
            Map<String, String> before = client.untilPhase("off");
            assertEquals("OFF (0x00)", before.get("RELAYS"));
            assertEquals("PONG", client.ask("PING"));
            assertTrue(client.ask("INPUTS").startsWith("IN1=0"));
            for (String order : ORDERS) {
                assertEquals("ERROR: Not allowed from " + stranger.getHostAddress(), client.ask(order), order);
            }
            assertEquals("ERROR: Invalid hex value", client.ask("RELAY XX"), "syntax is judged before permission");
            assertEquals("ERROR: No key is configured", client.ask("AUTH"));
            assertEquals("OK: Generator started and charger enabled", home.ask("START"), "nothing of it was done");
            assertEquals("ERROR: Not allowed from " + stranger.getHostAddress(), client.ask("STOP"));
            assertEquals("loaded", client.phase());
            Fixture.journalUntil(server, "ESTOP +from " + stranger.getHostAddress() + ":\\d+: ERROR: Not allowed");
        }
    }

    @Test
    void anAllowedAddressMayCommand() throws IOException {
        InetAddress peer = ownAddress();
        try (ServerProcess server = start("allow=203.0.113.9," + peer.getHostAddress());
                Client client = new Client(server.port(), peer)) {
            client.untilPhase("off");
            assertEquals("OK: Generator started and charger enabled", client.ask("START"));
        }
    }

    private ServerProcess start(String setting) throws IOException {
        List<String> settings = new ArrayList<>(ServerProcess.SHORT);
        settings.add(setting);
        return ServerProcess.start(stateDir, settings);
    }

    /** An address of this machine that is not loopback; the server still listens on loopback alone. */
    private static InetAddress ownAddress() throws IOException {
        Optional<InetAddress> found = NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> address instanceof Inet4Address && !address.isLoopbackAddress())
                .findFirst();
        assumeTrue(found.isPresent(), "this machine has no address but loopback");
        return found.orElseThrow();
    }
}
