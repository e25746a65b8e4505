// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.simulation.inverter;

import java.io.IOException;
import org.pigenny.core.model.settings.InverterSettings;
import org.pigenny.core.model.settings.InverterSettings.Connection;
import org.pigenny.core.time.SystemTime;

/**
 * A LuxPower inverter that nobody can tell from a real one by its wire. On a pseudo-terminal where the system has them;
 * elsewhere the same RTU frames go over a loopback socket.
 */
public final class SimulatedInverter implements AutoCloseable {
    private final SlaveHost host;
    private final RtuSlave slave;

    private SimulatedInverter(SlaveHost host, RtuSlave slave) {
        this.host = host;
        this.slave = slave;
    }

    public static SimulatedInverter start(RegisterSource source) throws IOException {
        return start(SlaveManners.LUXPOWER, source, LinePace.none(new SystemTime()));
    }

    public static SimulatedInverter start(SlaveManners manners, RegisterSource source, LinePace pace)
            throws IOException {
        RtuSlave slave = new RtuSlave(manners, source);
        return new SimulatedInverter(Pty.available() ? new PtyHost(slave, pace) : new SocketHost(slave), slave);
    }

    /** One that is wired wrongly, on a pseudo-terminal. */
    public static SimulatedInverter start(RegisterSource source, Wiring wiring) throws IOException {
        RtuSlave slave = new RtuSlave(SlaveManners.LUXPOWER, source);
        return new SimulatedInverter(new PtyHost(slave, LinePace.none(new SystemTime()), wiring), slave);
    }

    /** The serial port to set; empty where the system has no pseudo-terminals. */
    public String portPath() {
        return host.portPath();
    }

    /** The same settings, pointed at this inverter. */
    public InverterSettings reach(InverterSettings settings) {
        boolean serial = !host.portPath().isEmpty();
        return new InverterSettings(settings.profile(), serial ? Connection.SERIAL : Connection.RTU_OVER_TCP,
                serial ? host.portPath() : settings.port(), settings.baud(), settings.slave(), settings.timeout(),
                settings.retries(), settings.maxRegisters(), settings.rs485(), serial ? settings.host() : "127.0.0.1",
                serial ? settings.tcpPort() : host.tcpPort());
    }

    /** TCP port of the loopback socket where the system has no pseudo-terminals, else 0. */
    public int tcpPort() {
        return host.tcpPort();
    }

    /** Answers in garbage from now on, or rightly again. */
    public void garbage(boolean on) {
        slave.garbage(on);
    }

    @Override
    public void close() {
        host.close();
    }
}
