// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.simulation.inverter;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Serves a slave as an RTU-over-TCP gateway on the loopback address would, one client at a time. */
final class SocketHost implements SlaveHost {
    private static final Logger LOG = LoggerFactory.getLogger(SocketHost.class);

    private final ServerSocket server;
    private final RtuSlave slave;
    private volatile boolean closed;

    SocketHost(RtuSlave slave) throws IOException {
        this.server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        this.slave = slave;
        Thread.ofPlatform().daemon().name("simulated-inverter").start(this::serve);
    }

    private void serve() {
        while (!closed) {
            try (Socket client = server.accept()) {
                serve(client);
            } catch (IOException e) {
                if (!closed) {
                    LOG.info("A client of the simulated inverter left: {}", e.getMessage());
                }
            }
        }
    }

    private void serve(Socket client) throws IOException {
        byte[] buffer = new byte[256];
        slave.silence();
        for (int got = client.getInputStream().read(buffer); got >= 0; got = client.getInputStream().read(buffer)) {
            Optional<byte[]> answer = slave.hear(buffer, got);
            if (answer.isPresent()) {
                client.getOutputStream().write(answer.get());
            }
        }
    }

    @Override
    public String portPath() {
        return "";
    }

    @Override
    public int tcpPort() {
        return server.getLocalPort();
    }

    @Override
    public void close() {
        closed = true;
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
