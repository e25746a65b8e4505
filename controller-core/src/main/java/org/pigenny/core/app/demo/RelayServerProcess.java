// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.app.demo;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.pigenny.olimex.server.Main;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The relay server as a process of its own, with its simulated board and engine. It ends when this process ends, however that
 * happens: a shell between the two waits for the end of its input.
 */
final class RelayServerProcess implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RelayServerProcess.class);
    private static final Pattern LISTENING = Pattern.compile("(?i)listening on .*:(\\d+)");
    private static final int PATIENCE_SECONDS = 30;
    /** Runs its arguments until its own input ends, then tells them to end. */
    private static final String GUARD = "\"$@\" </dev/null & p=$!; read -r _; kill \"$p\"; wait \"$p\"";

    private final Process process;
    private final CompletableFuture<Integer> port = new CompletableFuture<>();

    /**
     * @param stateDir where the server and its simulated engine keep their state
     * @param settings of the server, over its defaults
     */
    RelayServerProcess(Path stateDir, Map<String, String> settings) throws IOException {
        process = new ProcessBuilder(command(stateDir, settings)).redirectErrorStream(true).start();
        Thread.ofPlatform().daemon().name("relay-server-output").start(this::read);
    }

    private static List<String> command(Path stateDir, Map<String, String> settings) {
        List<String> words = new ArrayList<>();
        if (File.separatorChar == '/') {
            words.addAll(List.of("/bin/sh", "-c", GUARD, "sh"));
        }
        words.addAll(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:+UseSerialGC",
                "-Xmx16m", "-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED", "-cp", classPath(),
                Main.class.getName(),
                "--host", "127.0.0.1", "--port", "0", "--board", "simulated", "--state-dir", stateDir.toString()));
        settings.forEach((key, value) -> words.addAll(List.of("--set", key + "=" + value)));
        return words;
    }

    /** The server's own jar and JNA, nothing else of this process. */
    private static String classPath() {
        return place(Main.class) + File.pathSeparator + place(com.sun.jna.Native.class);
    }

    private static Path place(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("the place of " + type + " is no file", e);
        }
    }

    private void read() {
        StringBuilder said = new StringBuilder();
        try (BufferedReader lines = process.inputReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                LOG.debug("relay server: {}", line);
                said.append(line).append('\n');
                Matcher listening = LISTENING.matcher(line);
                if (!port.isDone() && listening.find()) {
                    port.complete(Integer.parseInt(listening.group(1)));
                }
            }
        } catch (IOException e) {
            LOG.debug("the relay server's output ended", e);
        }
        port.completeExceptionally(new IOException("the simulated relay server ended at once: " + said));
    }

    /** Where it listens; waits until it does. */
    InetSocketAddress address() throws IOException, InterruptedException {
        try {
            return new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"),
                    port.get(PATIENCE_SECONDS, TimeUnit.SECONDS));
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        } catch (TimeoutException e) {
            throw new IOException("the simulated relay server did not open its port within " + PATIENCE_SECONDS + " s",
                    e);
        }
    }

    /** Tells it to end and waits a while: it stops its engine first, with the cooldown that is owed. */
    @Override
    public void close() throws IOException {
        process.getOutputStream().close();
        if (File.separatorChar != '/') {
            process.destroy();
        }
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("The simulated relay server still stops its engine; it ends by itself");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
