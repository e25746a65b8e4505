// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.device.line;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import org.pigenny.core.model.Message;
import org.pigenny.core.time.TimeSource;

/** Connects to a gateway or a device on the network. */
public final class SocketOpener implements LineOpener {
    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(3);

    private final String host;
    private final int port;
    private final TimeSource time;

    public SocketOpener(String host, int port, TimeSource time) {
        this.host = host;
        this.port = port;
        this.time = time;
    }

    @Override
    public String key() {
        return host + ":" + port;
    }

    @Override
    public ByteLine open() throws LineTrouble {
        Socket socket = new Socket();
        try {
            socket.connect(new InetSocketAddress(host, port), (int) CONNECT_LIMIT.toMillis());
            socket.setTcpNoDelay(true);
            return new SocketLine(key(), socket, time);
        } catch (IOException e) {
            try {
                socket.close();
            } catch (IOException again) {
                e.addSuppressed(again);
            }
            throw new LineTrouble(Message.of("tcp.unreachable", host, Integer.toString(port)));
        }
    }
}
