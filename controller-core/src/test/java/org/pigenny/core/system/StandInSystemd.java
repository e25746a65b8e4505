// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.system;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** Stands in for systemd: a process with a datagram socket that prints what it gets. */
public final class StandInSystemd implements AutoCloseable {
    private static final String PROGRAM = """
            import socket, sys
            s = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
            s.bind(sys.argv[1])
            print("bound", flush=True)
            while True:
                print(s.recv(1000).decode(), flush=True)
            """;

    private final String socket;
    private final Process process;
    private final BufferedReader told;

    /** Listens in this folder. */
    public StandInSystemd(Path folder) throws IOException {
        socket = folder.resolve("notify").toString();
        process = new ProcessBuilder("python3", "-c", PROGRAM, socket).redirectErrorStream(true).start();
        told = process.inputReader(StandardCharsets.UTF_8);
        String first = told();
        if (!first.equals("bound")) {
            process.destroyForcibly();
            throw new IOException(first);
        }
    }

    /** For NOTIFY_SOCKET. */
    public String socket() {
        return socket;
    }

    /** What comes next; waits for it. */
    public String told() throws IOException {
        return String.valueOf(told.readLine());
    }

    /** Waits for something that begins so, whatever comes before it. */
    public void until(String wanted) throws IOException {
        for (String line = told.readLine(); line != null; line = told.readLine()) {
            if (line.startsWith(wanted)) {
                return;
            }
        }
        throw new IOException("never " + wanted);
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly().onExit().orTimeout(10, TimeUnit.SECONDS).join();
        told.close();
    }
}
