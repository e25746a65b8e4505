// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.device.relay;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.pigenny.olimex.server.Main;

/** The real relay server in a process of its own, with durations scaled down. */
public final class RelayServer implements AutoCloseable {
    private static final List<String> SHORT = List.of("reset_s=0.05", "ignition_s=0.05", "crank_s=0.6",
            "glow_crank_s=0.2", "verify_s=0.2", "rest_s=0.8", "warmup_s=0.2", "stabilise_s=0.1", "cooldown_s=0.6",
            "stop_timeout_s=1", "fires_after_s=0.1");
    private static final String LISTENING = "Listening on ";

    private final Process process;
    private final int port;

    private RelayServer(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** @param port 0 for a free one */
    public static RelayServer start(Path stateDir, int port, String... settings) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx16m", "-XX:TieredStopAtLevel=1", "-cp", place(Main.class) + ":" + place(com.sun.jna.Native.class),
                Main.class.getName(), "--host", "127.0.0.1", "--port", String.valueOf(port), "--board", "simulated",
                "--state-dir", stateDir.toString()));
        for (List<String> some : List.of(SHORT, List.of(settings))) {
            some.forEach(setting -> command.addAll(List.of("--set", setting)));
        }
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        BufferedReader out = new BufferedReader(
                new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        StringBuilder said = new StringBuilder();
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            if (line.startsWith(LISTENING)) {
                return new RelayServer(process, Integer.parseInt(line.substring(line.lastIndexOf(':') + 1)));
            }
            said.append(line).append('\n');
        }
        throw new IOException("the relay server ended: " + said);
    }

    private static Path place(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    public int port() {
        return port;
    }

    /** {@code kill -9}. */
    @Override
    public void close() {
        process.destroyForcibly();
        process.onExit().orTimeout(30, TimeUnit.SECONDS).join();
    }
}
