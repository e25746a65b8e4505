// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.olimex.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Connection after connection, every second one rude: threads and memory stay where they were. */
class ManyConnectionsTest {
    private static final int SHARE = 5_000;
    private static final int ALL = 100_000;
    /** With a heap of 16 MB the process cannot grow by more than its own bookkeeping. */
    private static final long MOST_GROWTH_KB = 12_000;

    @TempDir
    Path stateDir = Path.of("");

    @Test
    void aShareOfThemLeavesThreadsAndMemoryFlat() throws IOException {
        survive(SHARE);
    }

    @Test
    @Tag("soak")
    void aHundredThousandOfThemLeaveThreadsAndMemoryFlat() throws IOException {
        survive(ALL);
    }

    private void survive(int count) throws IOException {
        try (ServerProcess server = ServerProcess.start(stateDir, ServerProcess.SHORT)) {
            connect(server.port(), 1000, 1);
            Footprint before = Footprint.of(server);
            connect(server.port(), count, 2);
            Footprint after = Footprint.of(server);
            assertEquals(before.threads(), after.threads());
            assertEquals(before.javaThreads(), after.javaThreads());
            assertTrue(after.residentKb() - before.residentKb() < MOST_GROWTH_KB, before + " -> " + after);
            System.out.println("connections: " + count + ", before " + before + ", after " + after);
            assertTrue(Files.size(stateDir.resolve("gen_server.log")) < 600_000, "the log is bounded");
        }
    }

    private record Footprint(String javaThreads, int threads, long residentKb) {
        static Footprint of(ServerProcess server) throws IOException {
            Map<String, String> status = settledStatus(server);
            Path proc = Path.of("/proc", String.valueOf(server.pid()), "status");
            int threads = 0;
            long resident = 0;
            for (String line : Files.readAllLines(proc)) {
                if (line.startsWith("Threads:")) {
                    threads = Integer.parseInt(line.substring(8).trim());
                } else if (line.startsWith("VmRSS:")) {
                    resident = Long.parseLong(line.replaceAll("\\D", ""));
                }
            }
            return new Footprint(String.valueOf(status.get("THREADS")), threads, resident);
        }

        private static Map<String, String> settledStatus(ServerProcess server) throws IOException {
            while (true) {
                try (Client client = server.client()) {
                    if (client.greeting.equals("GENNY SERVER READY")) {
                        return client.status();
                    }
                }
            }
        }
    }

    private static void connect(int port, int count, long seed) throws IOException {
        Random random = new Random(seed);
        byte[] noise = new byte[200];
        for (int i = 0; i < count; i++) {
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 20_000);
                socket.setSoTimeout(20_000);
                if (i % 2 == 0) {
                    socket.getOutputStream().write("PING\nQUIT\n".getBytes(StandardCharsets.US_ASCII));
                    String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
                    assertTrue(answer.equals("GENNY SERVER READY\nPONG\nBYE\n") || answer.startsWith("ERROR: Too many"),
                            answer);
                } else {
                    rude(socket, random, noise);
                }
            }
        }
    }

    private static void rude(Socket socket, Random random, byte[] noise) throws IOException {
        switch (random.nextInt(4)) {
            case 0 -> socket.setSoLinger(true, 0);
            case 1 -> {
                random.nextBytes(noise);
                socket.getOutputStream().write(noise);
                socket.setSoLinger(true, 0);
            }
            case 2 -> {
                socket.getOutputStream().write("STATUS\nSTATUS\nSTAT".getBytes(StandardCharsets.US_ASCII));
                socket.setSoLinger(true, 0);
            }
            default -> {
            }
        }
    }
}
