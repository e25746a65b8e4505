// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.device.inverter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.pigenny.core.device.recording.RegisterScan;
import org.pigenny.core.model.InverterReport;
import org.pigenny.core.model.LinkReport;
import org.pigenny.core.model.LinkReport.State;
import org.pigenny.core.model.Quantity;
import org.pigenny.core.model.settings.InverterSettings;
import org.pigenny.core.model.settings.InverterSettings.Connection;
import org.pigenny.core.simulation.inverter.GatewaySlave;
import org.pigenny.core.simulation.inverter.Replay;
import org.pigenny.core.simulation.inverter.SimulatedInverter;
import org.pigenny.core.simulation.inverter.SlaveManners;
import org.pigenny.core.simulation.inverter.TcpSlave;

/** The same poller over every kind of connection, and over one that comes and goes. */
@Timeout(60)
class ConnectionsTest {
    private static final Duration POLL = Duration.ofSeconds(30);

    private final LeapingTime time = new LeapingTime(Instant.parse("2025-12-28T03:32:42Z"));

    private Replay scan(String name) {
        return Replay.scan(RegisterScan.parse(Recordings.text(name)), time);
    }

    private static InverterSettings over(Connection connection, String port, int tcpPort) {
        InverterSettings usual = InverterSettings.defaults();
        return new InverterSettings(usual.profile(), connection, port, usual.baud(), usual.slave(),
                Duration.ofMillis(300),
                usual.retries(), usual.maxRegisters(), usual.rs485(), "127.0.0.1", tcpPort);
    }

    private static void showsTheScan(Listener listener, double soc) throws InterruptedException {
        InverterReport report = listener.report(r -> r.readings().size() > 20
                && r.reading(Quantity.SOC).map(reading -> reading.value() == soc).orElse(false));
        assertTrue(report.flags().isPresent());
    }

    @Test
    void modbusTcp() throws Exception {
        try (TcpSlave slave = TcpSlave.start(SlaveManners.LUXPOWER, scan(Recordings.SCAN_44));
                Listener listener = new Listener(over(Connection.TCP, "", slave.port()), POLL, time)) {
            showsTheScan(listener, 44);
        }
    }

    @Test
    void rtuOverTcpThroughAGateway() throws Exception {
        try (GatewaySlave slave = GatewaySlave.start(SlaveManners.LUXPOWER, scan(Recordings.SCAN_44));
                Listener listener = new Listener(over(Connection.RTU_OVER_TCP, "", slave.tcpPort()), POLL, time)) {
            showsTheScan(listener, 44);
        }
    }

    @Test
    void aHostThatDoesNotAnswerIsNamed() throws Exception {
        int free;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }
        try (Listener listener = new Listener(over(Connection.TCP, "", free), POLL, time)) {
            LinkReport link = listener.link(l -> l.state() == State.DOWN);
            assertEquals("tcp.unreachable", link.detail().key());
            assertEquals(List.of("127.0.0.1", Integer.toString(free)), link.detail().args());
        }
    }

    @Test
    void anAdapterThatIsUnpluggedAndComesBackUnderItsNameIsReadAgain(@TempDir Path folder) throws Exception {
        Path byId = folder.resolve("usb-FTDI_FT232R-if00-port0");
        try (Listener listener = new Listener(over(Connection.SERIAL, byId.toString(), 0), POLL, time)) {
            assertTrue(listener.link(l -> l.state() == State.DOWN).detail().key().startsWith("serial.missing"));
            try (SimulatedInverter plugged = SimulatedInverter.start(scan(Recordings.SCAN_44))) {
                Files.createSymbolicLink(byId, Path.of(plugged.portPath()));
                showsTheScan(listener, 44);
            }
            Files.delete(byId);
            listener.link(l -> l.state() == State.DOWN);
            try (SimulatedInverter again = SimulatedInverter.start(scan(Recordings.SCAN_43))) {
                Files.createSymbolicLink(byId, Path.of(again.portPath()));
                showsTheScan(listener, 43);
                assertEquals(State.UP, listener.link(l -> l.state() == State.UP).state());
            }
        }
    }
}
