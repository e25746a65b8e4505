// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.olimex.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pigenny.olimex.protocol.Phase;

/** genserverstatus and update-genserver as programs, against the real server. */
class ToolsTest {
    @TempDir
    Path folder = Path.of("");
    private final List<Process> started = new ArrayList<>();
    private Path installed = Path.of("");
    private int port;

    private record Result(int exit, String out, String err) {}

    @BeforeEach
    void install() throws IOException {
        installed = folder.resolve("olimex-server.jar");
        jar(installed, true);
    }

    @AfterEach
    void end() throws IOException {
        started.forEach(Process::destroyForcibly);
        Path pid = folder.resolve("state").resolve("pid");
        if (Files.exists(pid)) {
            ProcessHandle.of(Long.parseLong(Files.readString(pid).trim())).ifPresent(ProcessHandle::destroyForcibly);
        }
    }

    @Test
    void statusInThreeFormats() throws IOException {
        try (ServerProcess server = ServerProcess.start(folder.resolve("state"), ServerProcess.SHORT)) {
            try (Client client = server.client()) {
                client.untilPhase("off");
            }
            String at = String.valueOf(server.port());
            Result compact = tool("StatusMain", "--port", at, "--format", "compact");
            assertTrue(compact.out()
                    .matches("\\[127\\.0\\.0\\.1:" + at
                            + "\\] RUN=NO RELAY=OFF THR=3 UP=\\d+h\\d+m MEM=\\d+%\\n"),
                    compact.out());
            Result kv = tool("StatusMain", "--port", at, "--format", "kv");
            assertTrue(kv.out().startsWith("inputs=IN1=0 IN2=0 IN3=0 IN4=0 raw=0\nrelays=OFF (0x00)\nrunning=NO\n"),
                    kv.out());
            Result human = tool("StatusMain", "--host=127.0.0.1", "--port=" + at);
            assertTrue(human.out().contains("Running:  NO (phase off)"), human.out());
            assertEquals(0, human.exit());
        }
    }

    @Test
    void statusOfAServerThatIsNotThere() throws IOException {
        try (ServerProcess server = ServerProcess.start(folder.resolve("state"), ServerProcess.SHORT)) {
            port = server.port();
        }
        Result result = tool("StatusMain", "--port", String.valueOf(port), "--timeout", "2");
        assertEquals(1, result.exit());
        assertTrue(result.err().startsWith("genserverstatus: cannot reach 127.0.0.1:" + port + ": "), result.err());
        assertEquals(2, tool("StatusMain", "--format", "xml").exit());
    }

    @Test
    void anUpdateReplacesTheProgramAndTheNewOneAnswers() throws IOException {
        startInstalled();
        Path fresh = folder.resolve("fresh.jar");
        jar(fresh, true);
        Files.write(fresh, Files.readAllBytes(fresh));
        Result result = update(fresh);
        assertEquals(0, result.exit(), result.err());
        assertEquals(-1, Files.mismatch(fresh, installed));
        try (Client client = new Client(port)) {
            assertEquals("GENNY SERVER READY", client.greeting);
        }
    }

    @Test
    void aProgramThatDoesNotAnswerIsRolledBack() throws IOException {
        startInstalled();
        byte[] old = Files.readAllBytes(installed);
        Path broken = folder.resolve("broken.jar");
        jar(broken, false);
        Result result = update(broken);
        assertEquals(1, result.exit(), result.out());
        assertTrue(result.err().contains("the old program is back and answers"), result.err());
        assertTrue(java.util.Arrays.equals(old, Files.readAllBytes(installed)));
    }

    @Test
    void aFileThatIsNoServerIsRefused() throws IOException {
        startInstalled();
        Path rubbish = folder.resolve("rubbish.jar");
        Files.writeString(rubbish, "not a jar");
        Result result = update(rubbish);
        assertEquals(2, result.exit());
        assertTrue(result.err().contains("is damaged or no jar"), result.err());
    }

    @Test
    void aRunningEngineIsNotUpdatedUnderUnlessForcedInWordsAndThenItRunsOn() throws IOException {
        startInstalled();
        try (Client client = new Client(port)) {
            Fixture.bring(client, Phase.LOADED, "START");
            client.line();
        }
        Path fresh = folder.resolve("fresh.jar");
        jar(fresh, true);
        Result refused = update(fresh);
        assertEquals(2, refused.exit());
        assertTrue(refused.err().contains("The engine is not off (phase loaded)"), refused.err());
        assertEquals(2, update(fresh, "--force", "yes").exit());
        Result forced = update(fresh, "--force", "the engine runs");
        assertEquals(0, forced.exit(), forced.err());
        try (Client client = new Client(port)) {
            assertEquals("IGN+CHARGER (0x0A)", client.untilPhase("loaded").get("RELAYS"));
        }
    }

    private String startCommand() {
        List<String> settings = new ArrayList<>();
        ServerProcess.SHORT.forEach(setting -> settings.add("--set " + setting));
        return String.join(" ", java(installed)) + " org.pigenny.olimex.server.Main --host 127.0.0.1 --port " + port
                + " --board simulated --state-dir " + folder.resolve("state") + " " + String.join(" ", settings);
    }

    private void startInstalled() throws IOException {
        port = freePort();
        started.add(new ProcessBuilder("/bin/sh", "-c", "exec " + startCommand()).inheritIO()
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start());
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (true) {
            try (Client client = new Client(port)) {
                client.untilPhase("off");
                return;
            } catch (IOException e) {
                if (System.nanoTime() > until) {
                    throw e;
                }
            }
        }
    }

    /** Below those that the system gives to clients: a client that waits for it must not take it. */
    private static int freePort() throws IOException {
        for (int candidate = 20_000 + (int) (ProcessHandle.current().pid() % 5000);; candidate++) {
            try (ServerSocket socket = new ServerSocket(candidate, 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            } catch (BindException e) {
                // Somebody has it: the next one.
            }
        }
    }

    private Result update(Path source, String... more) throws IOException {
        List<String> options = new ArrayList<>(List.of("--source", source.toString(), "--target", installed.toString(),
                "--state-dir", folder.resolve("state").toString(), "--port", String.valueOf(port), "--wait", "10",
                "--start", "exec " + startCommand()));
        options.addAll(List.of(more));
        return tool("UpdateMain", options.toArray(new String[0]));
    }

    private static Result tool(String main, String... options) throws IOException {
        List<String> command = java(place(Main.class));
        command.add("org.pigenny.olimex.tools." + main);
        command.addAll(List.of(options));
        Process process = new ProcessBuilder(command).start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Result(process.onExit().orTimeout(60, TimeUnit.SECONDS).join().exitValue(), out, err);
    }

    private static List<String> java(Path program) {
        return new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx16m",
                "-XX:TieredStopAtLevel=1", "-cp", program + ":" + place(com.sun.jna.Native.class)));
    }

    private static Path place(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A jar of the classes under test; a broken one lacks what the server needs to come up. */
    private static void jar(Path file, boolean whole) throws IOException {
        Path classes = place(Main.class);
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(file));
                Stream<Path> all = Files.walk(classes)) {
            for (Path path : (Iterable<Path>) all.filter(Files::isRegularFile)::iterator) {
                String name = classes.relativize(path).toString();
                if (whole || !name.endsWith("server/Owner.class")) {
                    out.putNextEntry(new JarEntry(name));
                    Files.copy(path, out);
                    out.closeEntry();
                }
            }
        }
    }
}
