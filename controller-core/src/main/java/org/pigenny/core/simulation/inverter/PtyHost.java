// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.simulation.inverter;

import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Serves a slave on a pseudo-terminal, with a thread of its own. */
final class PtyHost implements SlaveHost {
    private static final Logger LOG = LoggerFactory.getLogger(PtyHost.class);
    /** Longest wait for bytes; a closed host ends within it. */
    private static final int WAIT_MILLIS = 250;

    private final Pty pty;
    private final Station slave;
    private final LinePace pace;
    private final Wiring wiring;
    private final Thread thread;
    private volatile boolean closed;

    PtyHost(Station slave, LinePace pace) throws IOException {
        this(slave, pace, Wiring.RIGHT);
    }

    PtyHost(Station slave, LinePace pace, Wiring wiring) throws IOException {
        this.wiring = wiring;
        this.pty = Pty.open();
        this.slave = slave;
        this.pace = pace;
        this.thread = Thread.ofPlatform().daemon().name("simulated-inverter").start(this::serve);
    }

    private void serve() {
        byte[] buffer = new byte[256];
        try {
            while (!closed) {
                int got = pty.read(buffer, WAIT_MILLIS);
                if (got == 0) {
                    slave.silence();
                    continue;
                }
                byte[] heard = wiring.toSlave(Arrays.copyOf(buffer, got), pty.baud());
                Optional<byte[]> answer = slave.hear(heard, heard.length);
                if (answer.isPresent()) {
                    pace.heard(got);
                    pace.send(wiring.toMaster(answer.get(), pty.baud()), pty::write);
                }
            }
        } catch (InterruptedException e) {
            LOG.info("The simulated inverter on {} was interrupted", pty.path());
        } catch (IOException | RuntimeException e) {
            LOG.error("The simulated inverter on {} ended", pty.path(), e);
        } finally {
            pty.close();
        }
    }

    @Override
    public String portPath() {
        return pty.path();
    }

    @Override
    public int tcpPort() {
        return 0;
    }

    @Override
    public void close() {
        closed = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
