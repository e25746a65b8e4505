// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.app.setup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.pigenny.core.app.Home;
import org.pigenny.core.app.cli.PigennyCli;

/** Whatever ends the wiring check, all relays are off and the maintenance is over: the real command in a process of its own, killed while one is on. */
@Timeout(120)
class SetupKilledTest {
    @TempDir
    Path folder;

    @Test
    void killed_while_a_relay_is_on_the_server_lets_it_go() throws Exception {
        killed(Process::destroyForcibly);
    }

    @Test
    void interrupted_while_a_relay_is_on_the_server_lets_it_go() throws Exception {
        killed(Process::destroy);
    }

    private interface End {
        void of(Process process);
    }

    private void killed(End end) throws Exception {
        try (Rig rig = new Rig(folder); Rig.Peer peer = rig.peer()) {
            peer.ask("SUBSCRIBE");
            Process setup = setup(rig.root);
            try (OutputStream keys = setup.getOutputStream()) {
                keys.write("\ny\n\n".getBytes(StandardCharsets.UTF_8));
                keys.flush();
                peer.await("EVENT RELAYS: IGN (0x08)"::equals);
                end.of(setup);
                setup.onExit().join();
                assertFalse(setup.isAlive());
                peer.await("EVENT RELAYS: OFF (0x00)"::equals);
            }
            try (Rig.Peer after = rig.peer()) {
                assertEquals("OFF (0x00)", after.status("RELAYS"));
                assertEquals("off", after.status("PHASE"));
                after.until("MAINTENANCE", "NO"::equals);
            }
        }
    }

    private static Process setup(Path root) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED", "-cp",
                System.getProperty("java.class.path"), PigennyCli.class.getName(), "setup", "--step", "wiring");
        builder.environment().put(Home.VARIABLE, root.toString());
        return builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
    }
}
