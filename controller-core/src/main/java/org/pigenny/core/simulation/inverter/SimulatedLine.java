// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.simulation.inverter;

import java.io.IOException;
import java.util.List;

/** One RS-485 line with several simulated slaves on it, on a pseudo-terminal. Needs a system that has them. */
public final class SimulatedLine implements AutoCloseable {
    private final PtyHost host;

    private SimulatedLine(PtyHost host) {
        this.host = host;
    }

    public static SimulatedLine start(List<RtuSlave> slaves, LinePace pace) throws IOException {
        return new SimulatedLine(new PtyHost(Station.multiDrop(slaves), pace));
    }

    /** The serial port to set. */
    public String portPath() {
        return host.portPath();
    }

    @Override
    public void close() {
        host.close();
    }
}
