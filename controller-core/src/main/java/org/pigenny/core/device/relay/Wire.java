// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.device.relay;

import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;

/** Lines over one TCP connection, without ever blocking longer than asked. */
final class Wire implements AutoCloseable {
    private static final int READ_SIZE = 4096;
    /** No line of the protocol comes near this: whoever sends more is no relay server. */
    private static final int LONGEST_LINE = 4096;

    private final Selector selector;
    private final SocketChannel channel;
    private final SelectionKey key;
    private final ByteBuffer in = ByteBuffer.allocate(READ_SIZE);
    private final StringBuilder line = new StringBuilder();
    private final Queue<String> lines = new ArrayDeque<>();
    private final Queue<ByteBuffer> out = new ArrayDeque<>();

    /** Begins to connect. The selector may be woken up by others and is theirs to close. */
    Wire(Selector selector, InetSocketAddress address) throws IOException {
        this.selector = selector;
        channel = SocketChannel.open();
        channel.configureBlocking(false);
        key = channel.register(selector, SelectionKey.OP_CONNECT);
        if (channel.connect(address)) {
            key.interestOps(SelectionKey.OP_READ);
        }
    }

    boolean connected() {
        return channel.isConnected();
    }

    /** Waits for traffic, a wake-up or the time to pass. */
    void await(long millis) throws IOException {
        if (lines.isEmpty()) {
            if (channel.isConnected()) {
                key.interestOps(SelectionKey.OP_READ | (out.isEmpty() ? 0 : SelectionKey.OP_WRITE));
            }
            selector.select(Math.max(1, millis));
            selector.selectedKeys().clear();
        }
        if (channel.isConnectionPending() && channel.finishConnect()) {
            refuseOurselves();
            key.interestOps(SelectionKey.OP_READ);
        }
        if (channel.isConnected()) {
            flush();
            read();
        }
    }

    /** On loopback a try to connect to a port that nobody listens on may meet itself. */
    private void refuseOurselves() throws IOException {
        if (channel.getLocalAddress().equals(channel.getRemoteAddress())) {
            throw new ConnectException("nobody listens");
        }
    }

    private void read() throws IOException {
        in.clear();
        int count = channel.read(in);
        if (count < 0) {
            throw new EOFException("connection closed");
        }
        in.flip();
        while (in.hasRemaining()) {
            char c = (char) (in.get() & 0xFF);
            if (c == '\n') {
                lines.add(line.toString().stripTrailing());
                line.setLength(0);
            } else if (line.length() == LONGEST_LINE) {
                throw new IOException("not the protocol of a relay server");
            } else {
                line.append(c);
            }
        }
    }

    /** The next whole line that has come. */
    Optional<String> next() {
        return Optional.ofNullable(lines.poll());
    }

    void send(String text) throws IOException {
        out.add(ByteBuffer.wrap((text + "\n").getBytes(StandardCharsets.US_ASCII)));
        flush();
    }

    private void flush() throws IOException {
        for (ByteBuffer first = out.peek(); first != null; first = out.peek()) {
            channel.write(first);
            if (first.hasRemaining()) {
                return;
            }
            out.remove();
        }
    }

    @Override
    public void close() throws IOException {
        key.cancel();
        channel.close();
        selector.selectNow();
    }
}
