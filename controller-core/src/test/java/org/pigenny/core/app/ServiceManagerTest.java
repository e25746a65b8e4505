// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.pigenny.core.app.PlantedParts.Manner;

/** What systemd is told by a whole core: that it is ready, that it works, that it does not, that it ends. */
@Timeout(120)
final class ServiceManagerTest {
    private static final String SYSTEMD = """
            import socket, sys
            s = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
            s.bind(sys.argv[1])
            print("bound", flush=True)
            while True:
                print(s.recv(1000).decode(), flush=True)
            """;

    @TempDir
    Path home;

    @Test
    void it_is_told_readiness_life_a_hang_of_control_and_the_end() throws Exception {
        String socket = home.resolve("notify").toString();
        Process systemd = new ProcessBuilder("python3", "-c", SYSTEMD, socket).redirectErrorStream(true).start();
        try (BufferedReader told = systemd.inputReader(StandardCharsets.UTF_8)) {
            assertEquals("bound", told.readLine());
            try (CoreBench bench = new CoreBench(home, options -> options
                    .withEnvironment(Map.of("NOTIFY_SOCKET", socket, "WATCHDOG_USEC", "300000"))
                    .withTimings(CoreBench.SLOW_TO_MEND))) {
                until(told, "READY=1");
                until(told, "WATCHDOG=1");
                bench.parts.plant("logging", Manner.THROW);
                bench.await("logging failed", now -> now.services()
                        .stream()
                        .anyMatch(service -> service.name().equals("logging") && service.lastError().isPresent()));
                until(told, "WATCHDOG=1");
                bench.parts.plant("control", Manner.THROW);
                until(told, "STATUS=not fed: control");
                bench.parts.plant("control", Manner.LIVE);
                until(told, "WATCHDOG=1");
            }
            until(told, "STOPPING=1");
        } finally {
            systemd.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
        }
    }

    private static void until(BufferedReader told, String wanted) throws IOException {
        for (String line = told.readLine(); line != null; line = told.readLine()) {
            if (line.startsWith(wanted)) {
                return;
            }
        }
        throw new IOException("never " + wanted);
    }
}
