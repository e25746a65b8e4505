// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.app;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousCloseException;
import java.nio.channels.Channels;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import jdk.net.ExtendedSocketOptions;
import org.jspecify.annotations.Nullable;
import org.pigenny.core.json.Json;
import org.pigenny.core.model.Origin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The local way to a running core: a Unix socket, open to its owner and group alone. One JSON object a line is answered by one
 * JSON object a line; the kernel tells who asks.
 */
final class ControlSocket implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ControlSocket.class);
    private static final int MOST_CLIENTS = 16;
    private static final int LONGEST_LINE = 10_000;

    private final Path path;
    private final CommandDoor door;
    private final Semaphore clients = new Semaphore(MOST_CLIENTS);
    private @Nullable ServerSocketChannel server;

    ControlSocket(Path path, CommandDoor door) {
        this.path = path;
        this.door = door;
    }

    /** A core without this socket still does its work: a failure is told, not thrown. */
    void open() {
        try {
            Files.createDirectories(path.toAbsolutePath().getParent());
            Files.deleteIfExists(path);
            ServerSocketChannel made = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
            made.bind(UnixDomainSocketAddress.of(path));
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-rw----"));
            server = made;
            Thread.ofPlatform().name("control-socket").daemon(true).start(() -> accept(made));
        } catch (IOException | RuntimeException e) {
            LOG.error("[ERROR] The local socket {} cannot be opened: {}. Commands by pigenny start, stop… do not work.",
                    path, e.toString());
        }
    }

    private void accept(ServerSocketChannel open) {
        while (open.isOpen()) {
            try {
                SocketChannel client = open.accept();
                if (clients.tryAcquire()) {
                    Thread.ofVirtual().name("control-client").start(() -> serve(client));
                } else {
                    client.close();
                }
            } catch (AsynchronousCloseException closed) {
                return;
            } catch (IOException e) {
                LOG.warn("[ERROR] The local socket failed on a client: {}", e.toString());
            }
        }
    }

    private void serve(SocketChannel client) {
        try (client; BufferedReader in = new BufferedReader(Channels.newReader(client, StandardCharsets.UTF_8))) {
            Origin who = new Origin("cli " + client.getOption(ExtendedSocketOptions.SO_PEERCRED).user().getName());
            for (Optional<String> line = line(in); line.isPresent(); line = line(in)) {
                send(client, answer(line.get(), who));
            }
        } catch (ClosedChannelException ended) {
            LOG.debug("A local client went away");
        } catch (IOException | RuntimeException e) {
            LOG.warn("[ERROR] A local client failed: {}", e.toString());
        } finally {
            clients.release();
        }
    }

    private Map<String, @Nullable Object> answer(String line, Origin who) {
        return Json.readObject(line)
                .map(request -> door.answer(request, who))
                .orElseGet(() -> Json.object("error", "that is no JSON object"));
    }

    /** A line of a bounded length; a longer one ends the conversation. */
    private static Optional<String> line(BufferedReader in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0 || line.length() >= LONGEST_LINE) {
                return Optional.empty();
            }
            line.append((char) c);
        }
        return Optional.of(line.toString());
    }

    private static void send(SocketChannel client, Map<String, @Nullable Object> answer) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap((Json.line(answer) + "\n").getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
            client.write(bytes);
        }
    }

    @Override
    public void close() {
        try {
            if (server != null) {
                server.close();
            }
            Files.deleteIfExists(path);
        } catch (IOException e) {
            LOG.warn("[ERROR] The local socket cannot be closed: {}", e.toString());
        }
    }
}
