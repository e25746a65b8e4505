// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.olimex.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The real server in a process of its own, on a free port, with durations scaled down by settings. */
final class ServerProcess implements AutoCloseable {
    /** A start takes well under a second, a whole run about one more. */
    static final List<String> SHORT = List.of("reset_s=0.05", "ignition_s=0.05", "crank_s=0.6", "glow_crank_s=0.2",
            "verify_s=0.2", "rest_s=0.8", "warmup_s=0.2", "stabilise_s=0.1", "cooldown_s=0.4", "stop_timeout_s=1",
            "fires_after_s=0.1");
    private static final String LISTENING = "Listening on ";
    private static final int GENEROUS_SECONDS = 30;

    private final Process process;
    private final int port;
    private final Path stateDir;

    private ServerProcess(Process process, int port, Path stateDir) {
        this.process = process;
        this.port = port;
        this.stateDir = stateDir;
    }

    /** Starts it and waits until it listens. */
    static ServerProcess start(Path stateDir, List<String> settings) throws IOException {
        return start(stateDir, settings, Map.of());
    }

    static ServerProcess start(Path stateDir, List<String> settings, Map<String, String> environment)
            throws IOException {
        Process process = launch(stateDir, settings, environment);
        BufferedReader out = new BufferedReader(
                new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            if (line.startsWith(LISTENING)) {
                int port = Integer.parseInt(line.substring(line.lastIndexOf(':') + 1));
                return new ServerProcess(process, port, stateDir);
            }
        }
        throw new IOException("the server ended: "
                + new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8));
    }

    private static Process launch(Path stateDir, List<String> settings, Map<String, String> environment)
            throws IOException {
        List<String> command = command();
        command.addAll(List.of("--host", "127.0.0.1", "--port", "0", "--board", "simulated", "--state-dir",
                stateDir.toString()));
        for (String setting : settings) {
            command.add("--set");
            command.add(setting);
        }
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().putAll(environment);
        return builder.start();
    }

    /** The program alone, without options. */
    static List<String> command() {
        return new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx16m",
                "-XX:TieredStopAtLevel=1", "-Xshare:auto", "-cp", classPath(), Main.class.getName()));
    }

    private static String classPath() {
        try {
            Path server = Path.of(Main.class.getProtectionDomain().getCodeSource().getLocation().toURI());
            Path jna = Path.of(com.sun.jna.Native.class.getProtectionDomain().getCodeSource().getLocation().toURI());
            return server + ":" + jna;
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    int port() {
        return port;
    }

    long pid() {
        return process.pid();
    }

    Client client() throws IOException {
        return new Client(port);
    }

    String journal() throws IOException {
        return Files.readString(stateDir.resolve("gen_server.log"));
    }

    /** {@code kill -9}. */
    void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    /** SIGTERM. */
    void terminate() {
        process.destroy();
    }

    boolean alive() {
        return process.isAlive();
    }

    void awaitEnd() {
        process.onExit().orTimeout(GENEROUS_SECONDS, TimeUnit.SECONDS).join();
    }

    @Override
    public void close() {
        kill();
    }
}
