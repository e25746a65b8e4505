// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.device.relay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.pigenny.core.model.EngineCommand;
import org.pigenny.core.model.EnginePhase;
import org.pigenny.core.model.EngineReport;
import org.pigenny.core.simulation.inverter.Charger;
import org.pigenny.core.simulation.inverter.RelayObserver;
import org.pigenny.core.time.SystemTime;

/** The simulated plant's charger watches a real relay server process, and knows a charger that is broken. */
@Timeout(90)
class ObservedChargerTest {
    @TempDir
    private Path stateDir;

    @Test
    void itChargesWhileTheBoardSaysSoAndNotWhenTheChargerIsBroken() throws Exception {
        try (RelayServer server = RelayServer.start(stateDir, 0);
                Desk desk = new Desk();
                RelayObserver charger = new RelayObserver(
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), server.port()), new SystemTime(),
                        Charger.USUAL_WATTS)) {
            desk.connect(server.port());
            desk.renewing(true);
            desk.await(report -> report.phase() == EnginePhase.OFF);
            assertEquals(0, charger.watts());
            desk.client().submit(EngineCommand.START);
            desk.await(report -> report.phase() == EnginePhase.LOADED);
            await(charger, Charger.USUAL_WATTS);
            assertEquals("OK", tell(server.port(), "SIMULATE no_charge").substring(0, 2));
            await(charger, 0);
            EngineReport loaded = desk.await(report -> report.phase() == EnginePhase.LOADED);
            assertTrue(loaded.on(EngineReport.CHARGER), "the relay is on, only the charger is dead");
            assertEquals("OK", tell(server.port(), "SIMULATE ok").substring(0, 2));
            await(charger, Charger.USUAL_WATTS);
        }
    }

    private static void await(Charger charger, double watts) throws InterruptedException {
        CountDownLatch never = new CountDownLatch(1);
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (charger.watts() != watts && System.nanoTime() < until) {
            assertEquals(false, never.await(20, TimeUnit.MILLISECONDS));
        }
        assertEquals(watts, charger.watts());
    }

    private static String tell(int port, String words) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream().write((words + "\n").getBytes(StandardCharsets.US_ASCII));
            BufferedReader in = new BufferedReader(
                    new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            String greeting = in.readLine();
            return greeting == null ? "" : String.valueOf(in.readLine());
        }
    }
}
