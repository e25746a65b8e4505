// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.simulation.inverter;

import java.io.IOException;

/** A slave behind a plain gateway that carries RTU frames over TCP, on the loopback address. */
public final class GatewaySlave implements AutoCloseable {
    private final SocketHost host;

    private GatewaySlave(SocketHost host) {
        this.host = host;
    }

    public static GatewaySlave start(SlaveManners manners, RegisterSource source) throws IOException {
        return new GatewaySlave(new SocketHost(new RtuSlave(manners, source)));
    }

    public int tcpPort() {
        return host.tcpPort();
    }

    @Override
    public void close() {
        host.close();
    }
}
