// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.simulation.inverter;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Arrays;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A Modbus TCP device on the loopback address, one client at a time. */
public final class TcpSlave implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TcpSlave.class);
    private static final int LONGEST_UNIT = 254;

    private final ServerSocket server = new ServerSocket(0, 4, InetAddress.getLoopbackAddress());
    private final SlaveManners manners;
    private final SlaveFunctions functions;
    private volatile boolean closed;

    private TcpSlave(SlaveManners manners, RegisterSource source) throws IOException {
        this.manners = manners;
        this.functions = new SlaveFunctions(manners, source);
    }

    public static TcpSlave start(SlaveManners manners, RegisterSource source) throws IOException {
        TcpSlave slave = new TcpSlave(manners, source);
        Thread.ofPlatform().daemon().name("simulated-tcp-device").start(slave::serve);
        return slave;
    }

    public int port() {
        return server.getLocalPort();
    }

    private void serve() {
        while (!closed) {
            try (Socket client = server.accept()) {
                client.setTcpNoDelay(true);
                serve(new DataInputStream(client.getInputStream()), new DataOutputStream(client.getOutputStream()));
            } catch (IOException e) {
                if (!closed) {
                    LOG.debug("A client of the simulated device left: {}", e.getMessage());
                }
            }
        }
    }

    private void serve(DataInputStream in, DataOutputStream out) throws IOException {
        while (true) {
            int transaction = in.readUnsignedShort();
            int protocol = in.readUnsignedShort();
            int length = in.readUnsignedShort();
            if (protocol != 0 || length < 2 || length > LONGEST_UNIT) {
                throw new IOException("no Modbus TCP");
            }
            byte[] unit = in.readNBytes(length);
            if (unit.length < length) {
                return;
            }
            Optional<byte[]> answer = manners.hears(unit[0] & 0xFF)
                    ? functions.answer(Arrays.copyOfRange(unit, 1, length))
                    : Optional.empty();
            if (answer.isPresent()) {
                out.writeShort(transaction);
                out.writeShort(0);
                out.writeShort(answer.get().length + 1);
                out.writeByte(unit[0]);
                out.write(answer.get());
                out.flush();
            }
        }
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
