// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.olimex.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.pigenny.olimex.protocol.Phase;

/** The scripts that run the server on the board, run for real. */
class ServiceFilesTest {
    private static final Path FILES = Path.of("..", "packaging", "src", "olimex").toAbsolutePath().normalize();

    @TempDir
    Path folder = Path.of("");

    @ParameterizedTest
    @EnumSource(names = {"CRANK", "LOADED", "PREHEAT", "OFF"})
    void theStarterIsReleasedAfterAKillAndTheRestIsLeftAlone(Phase phase) throws IOException {
        Path state = folder.resolve("state");
        try (ServerProcess server = ServerProcess.start(state, Fixture.settings(phase));
                Client client = server.client();
                Client watcher = server.client()) {
            Fixture.bring(client, phase, "START");
            watcher.untilPhase(phase.word());
        }
        Path calls = folder.resolve("calls");
        script(folder.resolve("bin").resolve("i2cset"), "#!/bin/sh\necho \"$@\" >> " + calls + "\n");
        Process process = process(List.of(FILES.resolve("release-starter").toString(), state.toString(), "3"));
        assertEquals(0, process.onExit().orTimeout(30, TimeUnit.SECONDS).join().exitValue());
        String expected = switch (phase) {
            case CRANK -> "-y 3 0x58 0x10 8 b\n";
            case PREHEAT -> "-y 3 0x58 0x10 0 b\n";
            default -> "";
        };
        assertEquals(expected, Files.exists(calls) ? Files.readString(calls) : "");
    }

    @Test
    void theLoopWithoutSystemdStartsAgainAfterAKillAndEndsInGoodOrder() throws IOException {
        Path app = folder.resolve("app");
        script(app.resolve("bin").resolve("release-starter"), "#!/bin/sh\n");
        script(app.resolve("bin").resolve("olimex-server"),
                "#!/bin/sh\nexec " + String.join(" ", ServerProcess.command())
                        + " --host 127.0.0.1 --port 0 --board simulated --state-dir " + folder.resolve("state") + "\n");
        Path pid = folder.resolve("run").resolve("server.pid");
        String script = FILES.resolve("rc.local.olimex-server").toString();
        assertEquals(0, process(List.of(script, "start")).onExit().orTimeout(30, TimeUnit.SECONDS).join().exitValue());
        long first = awaitPid(folder.resolve("state").resolve("pid"), 0);
        ProcessHandle.of(first).orElseThrow().destroyForcibly();
        long second = awaitPid(folder.resolve("state").resolve("pid"), first);
        assertTrue(ProcessHandle.of(second).isPresent());
        Process stop = process(List.of(script, "stop"));
        assertEquals(0, stop.onExit().orTimeout(30, TimeUnit.SECONDS).join().exitValue());
        assertTrue(ProcessHandle.of(second).isEmpty());
        assertTrue(!Files.exists(pid));
    }

    @Test
    void theUnitStopsTheEngineBeforeItIsKilledAndReleasesTheStarter() throws IOException {
        String unit = Files.readString(FILES.resolve("olimex-server.service"));
        assertTrue(unit.contains("TimeoutStopSec=300\n"), "longer than cooldown and proof");
        assertTrue(unit.contains("ExecStopPost=-/usr/share/olimex-server/bin/release-starter\n"));
        assertTrue(unit.contains("Restart=always\n"));
    }

    private static long awaitPid(Path file, long other) throws IOException {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (System.nanoTime() < until) {
            String text = Files.exists(file) ? Files.readString(file).trim() : "";
            if (!text.isEmpty() && Long.parseLong(text) != other) {
                return Long.parseLong(text);
            }
        }
        throw new AssertionError("no server came");
    }

    private static void script(Path path, String text) throws IOException {
        Files.createDirectories(path.toAbsolutePath().getParent());
        Files.writeString(path, text, StandardCharsets.US_ASCII);
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private Process process(List<String> command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
        builder.environment().put("PATH", folder.resolve("bin") + ":" + System.getenv("PATH"));
        builder.environment().put("I2C_DEVICE", folder.toString());
        builder.environment().put("OLIMEX_APP", folder.resolve("app").toString());
        builder.environment().put("OLIMEX_RUN", folder.resolve("run").toString());
        return builder.redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }
}
