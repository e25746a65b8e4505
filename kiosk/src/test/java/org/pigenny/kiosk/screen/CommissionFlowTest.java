// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pigenny.core.api.Commissioning.Standing;
import org.pigenny.core.api.Commissioning.State;
import org.pigenny.core.api.Commissioning.Step;
import org.pigenny.core.api.PinFile;
import org.pigenny.core.app.Home;
import org.pigenny.core.app.backup.CoreBackups;
import org.pigenny.core.app.backup.Sticks;
import org.pigenny.core.app.setup.LocalDesk;
import org.pigenny.core.model.settings.Settings;
import org.pigenny.core.time.SystemTime;
import org.pigenny.kiosk.fake.FakeCore;
import org.pigenny.kiosk.fake.Houses;
import org.pigenny.kiosk.frame.PageId;
import org.pigenny.olimex.server.Main;
import org.testfx.util.WaitForAsyncUtils;

/** The whole walk by touch: real steps, a real relay server in a process of its own with a simulated engine. */
class CommissionFlowTest extends ScreenTest {
    private static final String LISTENING = "Listening on ";
    private @Nullable Process server;
    private Home home = Home.under(Path.of("unset"));
    private int port;

    @BeforeEach
    void startServer() throws Exception {
        home = Home.under(folder.resolve("home"));
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx16m",
                "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"), Main.class.getName(), "--host",
                "127.0.0.1", "--port", "0", "--board", "simulated", "--state-dir", folder.resolve("engine").toString())
                .redirectErrorStream(true)
                .start();
        server = process;
        BufferedReader said = process.inputReader();
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            if (line.startsWith(LISTENING)) {
                port = Integer.parseInt(line.substring(line.lastIndexOf(':') + 1));
                break;
            }
        }
        Files.createDirectories(home.settings());
        Files.writeString(home.settingsFile(),
                "[commissioning]\nrequired = true\n[relay]\nhost = \"127.0.0.1\"\nport = "
                        + port + "\n[inverter]\nport = \"" + folder.resolve("no-port") + "\"\n");
    }

    @AfterEach
    void endServer() throws Exception {
        Process process = server;
        if (process != null) {
            process.destroyForcibly().waitFor(30, TimeUnit.SECONDS);
        }
    }

    private String status(String key) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
                BufferedReader in = new BufferedReader(
                        new java.io.InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))) {
            socket.getOutputStream().write("STATUS\n".getBytes(StandardCharsets.US_ASCII));
            String line = in.readLine();
            while (line != null && !line.startsWith(key + ": ")) {
                line = in.readLine();
            }
            return String.valueOf(line).substring(key.length() + 2);
        }
    }

    private LocalDesk desk() {
        return new LocalDesk(home, LocalDesk.place(home, Map.of(), Map.of()));
    }

    private void opened(LocalDesk desk) throws Exception {
        FakeCore core = new FakeCore(Houses.idleByDay().screen("night", "en")).care(desk.walk(), null);
        show(core, PageId.HOME, 800, 480);
        // An appliance that is not commissioned returns here, not to the home page.
        pass(Duration.ofSeconds(61));
        settle();
        assertTrue(visible("#commission-summary"));
    }

    private void whole() throws Exception {
        List<String> faults = WaitForAsyncUtils
                .asyncFx(() -> Seen.faults(find("#commission-summary").getScene()))
                .get(30, TimeUnit.SECONDS);
        assertEquals(List.of(), faults, () -> String.join("\n", faults));
    }

    private void wiring() throws Exception {
        tap("#ports-search");
        assertEquals("No inverter answers on any port.", text("#commission-said"));
        tap("#commission-skip");
        settle();
        tap("#relay-look");
        settle();
        hold("#wiring-isolated");
        settle();
        assertEquals("YES", status("MAINTENANCE"));
        whole();
    }

    @Test
    void the_whole_walk_by_touch() throws Exception {
        try (LocalDesk desk = desk()) {
            opened(desk);
            wiring();
            for (int relay = 0; relay < 4; relay++) {
                tap("#wiring-try");
                whole();
                tap("#wiring-right");
            }
            for (int input = 0; input < 3; input++) {
                tap("#wiring-unused");
            }
            settle();
            await(() -> desk.walk().state().entry(Step.WIRING).standing() == Standing.DONE);
            settle();
            tap("#thresholds-take");
            settle();
            tap("#pin-set");
            for (int twice = 0; twice < 2; twice++) {
                for (char digit : "2468".toCharArray()) {
                    tap("#pad-" + digit);
                }
                tap("#pad-ok");
            }
            settle();
            assertTrue(new PinFile(home.screen()).matches("2468"));
            tap("#zone-keep");
            settle();
            whole();
            assertTrue(desk.walk().state().open());
            hold("#commission-finish");
            settle();
            State state = desk.walk().state();
            assertFalse(state.open());
            assertEquals("screen", state.finishedBy());
            assertEquals(Standing.SKIPPED, state.entry(Step.PORTS).standing());
        }
        assertEquals("OFF (0x00)", status("RELAYS"));
        assertEquals("NO", status("MAINTENANCE"));
    }

    @Test
    void leaving_the_page_lets_every_relay_go() throws Exception {
        try (LocalDesk desk = desk()) {
            opened(desk);
            wiring();
            tap("#wiring-try");
            tap("#rail-home");
            assertEquals(PageId.HOME, screen().openPage());
            await(() -> {
                try {
                    return status("MAINTENANCE").equals("NO");
                } catch (IOException e) {
                    throw new IllegalStateException(e);
                }
            });
            assertEquals(Standing.OPEN, desk.walk().state().entry(Step.WIRING).standing());
        }
    }

    @Test
    void a_backup_is_one_tap_and_a_restore_is_held() throws Exception {
        Path stick = Files.createDirectories(folder.resolve("sticks/blue"));
        boolean[] anew = new boolean[1];
        Settings settings = settings();
        CoreBackups backups = new CoreBackups(home, Sticks.of(Map.of("PIGENNY_STICKS", folder.resolve("sticks")
                .toString())), () -> settings, home::logs, () -> anew[0] = true, new SystemTime());
        show(new FakeCore(Houses.idleByDay().screen("night", "en")).care(null, backups), PageId.SETTINGS, 800, 480);
        tap("#settings-installer");
        for (char digit : "1357".toCharArray()) {
            tap("#pad-" + digit);
        }
        tap("#pad-ok");
        reach("#backup-open");
        settle();
        tap("#backup-to-0");
        settle();
        assertEquals(1, backups.archives().size());
        assertTrue(text("#backup-said").startsWith("Backed up to " + stick), text("#backup-said"));
        hold("#restore-0");
        settle();
        assertTrue(anew[0]);
        assertEquals("The archive is whole. PiGenny now begins anew with it.", text("#backup-said"));
    }

    private Settings settings() {
        Settings d = Settings.defaults();
        return new Settings(d.generator(), d.inverter(),
                new org.pigenny.core.model.settings.RelaySettings("127.0.0.1", port, "", Duration.ofHours(1)),
                d.logging(), d.site(), d.health(), d.safeMode(), d.kiosk(), d.engine(), d.admin(), d.heartbeat());
    }
}
