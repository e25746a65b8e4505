// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.app.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pigenny.core.json.Json;

/** Asks a running core over its local socket. */
final class SocketClient {
    private SocketClient() {}

    static Map<String, @Nullable Object> ask(Path socket, Map<String, @Nullable Object> request) {
        try (SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(socket));
                BufferedReader in = new BufferedReader(Channels.newReader(channel, StandardCharsets.UTF_8))) {
            ByteBuffer bytes = ByteBuffer.wrap((Json.line(request) + "\n").getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            String line = in.readLine();
            return Json.readObject(line == null ? "" : line)
                    .orElseThrow(() -> new CliException("The core at " + socket + " gave no answer."));
        } catch (IOException e) {
            throw new CliException(Files.exists(socket)
                    ? "The core at " + socket + " cannot be asked: " + e.getMessage()
                            + ". Its owner and its group may talk to it, while it runs."
                    : "No core runs here, or this user may not see it: there is no " + socket + ".");
        }
    }
}
