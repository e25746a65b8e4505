// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.simulation.inverter;

import java.io.IOException;
import java.util.Arrays;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Two serial ports with a cable between them. */
final class PtyPair implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PtyPair.class);

    private final Pty left = Pty.open();
    private final Pty right = Pty.open();
    private final Thread there = carry(left, right);
    private final Thread back = carry(right, left);
    private volatile boolean closed;

    PtyPair() throws IOException {}

    String leftPath() {
        return left.path();
    }

    String rightPath() {
        return right.path();
    }

    private Thread carry(Pty from, Pty to) {
        return Thread.ofPlatform().daemon().name("cable").start(() -> {
            byte[] buffer = new byte[256];
            try {
                while (!closed) {
                    int got = from.read(buffer, 50);
                    if (got > 0) {
                        to.write(Arrays.copyOf(buffer, got));
                    }
                }
            } catch (IOException e) {
                LOG.info("The cable broke: {}", e.getMessage());
            }
        });
    }

    @Override
    public void close() {
        closed = true;
        try {
            there.join();
            back.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        left.close();
        right.close();
    }
}
