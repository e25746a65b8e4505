// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.olimex.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** A client as existing ones are: one command at a time over a plain socket. */
final class Client implements AutoCloseable {
    private static final int GENEROUS_MILLIS = 20_000;

    final Socket socket;
    final String greeting;
    private final BufferedReader in;

    Client(int port) throws IOException {
        this(port, InetAddress.getLoopbackAddress());
    }

    Client(int port, InetAddress from) throws IOException {
        socket = new Socket();
        socket.bind(new InetSocketAddress(from, 0));
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), GENEROUS_MILLIS);
        socket.setSoTimeout(GENEROUS_MILLIS);
        socket.setTcpNoDelay(true);
        in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
        greeting = String.valueOf(in.readLine());
    }

    String ask(String command) throws IOException {
        send(command + "\n");
        return line();
    }

    void send(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** The next line, or {@code <closed>}. */
    String line() throws IOException {
        String line = in.readLine();
        return line == null ? "<closed>" : line;
    }

    List<String> askLines(String command) throws IOException {
        List<String> lines = new ArrayList<>();
        String line = ask(command);
        for (; !line.equals("END") && !line.equals("<closed>"); line = line()) {
            lines.add(line);
        }
        lines.add(line);
        return lines;
    }

    Map<String, String> status() throws IOException {
        Map<String, String> values = new LinkedHashMap<>();
        for (String line : askLines("STATUS")) {
            int at = line.indexOf(": ");
            if (at > 0) {
                values.put(line.substring(0, at), line.substring(at + 2));
            }
        }
        return values;
    }

    String phase() throws IOException {
        return String.valueOf(status().get("PHASE"));
    }

    /** Asks until it is so. */
    Map<String, String> until(Predicate<Map<String, String>> wanted) throws IOException {
        long until = System.nanoTime() + GENEROUS_MILLIS * 1_000_000L;
        while (true) {
            Map<String, String> status = status();
            if (wanted.test(status)) {
                return status;
            }
            if (System.nanoTime() > until) {
                throw new AssertionError("never came: " + status);
            }
        }
    }

    Map<String, String> untilPhase(String phase) throws IOException {
        return until(status -> phase.equals(status.get("PHASE")));
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
