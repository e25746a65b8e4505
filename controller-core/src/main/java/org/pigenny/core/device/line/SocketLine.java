// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.device.line;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.pigenny.core.time.TimeSource;

/** A connected socket. */
final class SocketLine implements ByteLine {
    private static final long SLICE_MILLIS = 100;

    private final String name;
    private final Socket socket;
    private final InputStream in;
    private final TimeSource time;

    SocketLine(String name, Socket socket, TimeSource time) throws IOException {
        this.name = name;
        this.socket = socket;
        this.in = socket.getInputStream();
        this.time = time;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void write(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
    }

    @Override
    public int read(byte[] into, long untilNanos) throws IOException, InterruptedException {
        while (true) {
            long left = untilNanos - time.nanos();
            int got = left > 0 || in.available() > 0 ? receive(into, left) : 0;
            if (got > 0 || left <= 0) {
                return got;
            }
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
        }
    }

    private int receive(byte[] into, long left) throws IOException {
        socket.setSoTimeout((int) Math.clamp(Duration.ofNanos(left).toMillis(), 1, SLICE_MILLIS));
        try {
            int got = in.read(into);
            if (got < 0) {
                throw new IOException(name + " closed the connection");
            }
            return got;
        } catch (SocketTimeoutException e) {
            return 0;
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException("closing " + name, e);
        }
    }
}
