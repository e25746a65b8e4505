// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.device.relay;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** The real relay server behind a door at which every word after RUN is lost: an older one, which does not know any. */
final class OlderServer implements AutoCloseable {
    private static final String OPTION = " SKIP_WARMUP";

    private final ServerSocket door = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    private final int behind;

    OlderServer(RelayServer server) throws IOException {
        behind = server.port();
        Thread.ofPlatform().name("older-server").daemon(true).start(this::serve);
    }

    int port() {
        return door.getLocalPort();
    }

    private void serve() {
        try (Socket client = door.accept(); Socket real = new Socket(InetAddress.getLoopbackAddress(), behind)) {
            Thread answers = Thread.ofPlatform().name("older-server-answers").daemon(true).start(() -> {
                try {
                    real.getInputStream().transferTo(client.getOutputStream());
                } catch (IOException e) {
                    // The client has gone.
                    return;
                }
            });
            forget(client.getInputStream(), real.getOutputStream());
            answers.interrupt();
        } catch (IOException e) {
            // The test is over.
            return;
        }
    }

    /** Copies lines; a line is sent whole. */
    private static void forget(InputStream in, OutputStream out) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c >= 0; c = in.read()) {
            line.append((char) c);
            if (c == '\n') {
                String known = line.toString().replace(OPTION, "");
                out.write(known.getBytes(StandardCharsets.US_ASCII));
                out.flush();
                line.setLength(0);
            }
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
