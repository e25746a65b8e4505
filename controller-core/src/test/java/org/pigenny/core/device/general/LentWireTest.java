// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.device.general;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.pigenny.core.device.line.SocketOpener;
import org.pigenny.core.device.modbus.Bus;
import org.pigenny.core.device.modbus.MbapFraming;
import org.pigenny.core.device.profile.Profiles;
import org.pigenny.core.model.DeviceReport;
import org.pigenny.core.model.DeviceWrite;
import org.pigenny.core.simulation.inverter.RegisterMap;
import org.pigenny.core.simulation.inverter.SlaveManners;
import org.pigenny.core.simulation.inverter.TcpSlave;
import org.pigenny.core.time.SystemTime;

/** A device whose wire is lent for long, as for a search for the inverter: it waits, and is not taken for one that hangs. */
@Timeout(60)
class LentWireTest {
    private static final long LIMIT_S = 30;
    /** The end of a request that was under way, the end of its poll and of the rest after it: more come from waiting alone. */
    private static final int MORE_THAN_UNDER_WAY = 6;

    private final SystemTime time = new SystemTime();
    private final Semaphore progress = new Semaphore(0);
    private final LinkedBlockingQueue<DeviceReport> reports = new LinkedBlockingQueue<>();
    private final TcpSlave slave;
    private final Bus bus;
    private final DeviceWorker worker;
    private final Thread thread;

    LentWireTest() throws Exception {
        RegisterMap sungrow = new RegisterMap(5000, 5040).set(5031, 667)
                .writable(5007, value -> value)
                .writable(5008, value -> value);
        slave = TcpSlave.start(SlaveManners.standard(1), sungrow);
        bus = new Bus(new SocketOpener("127.0.0.1", slave.port(), time), new MbapFraming(), Duration.ZERO, time);
        worker = new DeviceWorker(
                new DeviceSettings("pv", "pv", "sungrow", 1, Duration.ofMillis(1), Duration.ofSeconds(3), 0),
                Profiles.named("sungrow"), bus, time, time, event -> {}, this::told);
        thread = Thread.ofPlatform().name(worker.name()).unstarted(() -> {
            try {
                worker.run(progress::release);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private void told() {
        reports.add(worker.report());
    }

    private DeviceReport next() throws InterruptedException {
        DeviceReport report = reports.poll(LIMIT_S, TimeUnit.SECONDS);
        if (report == null) {
            throw new AssertionError("no report came");
        }
        return report;
    }

    private void waitsAndSaysSo() throws InterruptedException {
        progress.drainPermits();
        assertTrue(progress.tryAcquire(MORE_THAN_UNDER_WAY, LIMIT_S, TimeUnit.SECONDS));
    }

    @BeforeEach
    void polls() throws InterruptedException {
        thread.start();
        assertTrue(next().online());
    }

    @AfterEach
    void end() throws InterruptedException {
        thread.interrupt();
        assertTrue(thread.join(Duration.ofSeconds(LIMIT_S)));
        bus.close();
        slave.close();
    }

    @Test
    void a_poll_waits_for_a_lent_wire_and_says_that_it_lives() throws Exception {
        Bus.Hold lent = bus.lend();
        assertFalse(bus.isOpen(), "the port is free for who borrowed it");
        long asked = bus.uses();
        waitsAndSaysSo();
        assertEquals(asked, bus.uses(), "nobody asks meanwhile");
        reports.clear();
        lent.close();
        assertTrue(next().online(), "a wire that was lent is no failure");
    }

    @Test
    void a_write_waits_for_a_lent_wire_and_says_that_it_lives() throws Exception {
        Bus.Hold lent = bus.lend();
        LinkedBlockingQueue<DeviceWrite.Result> results = new LinkedBlockingQueue<>();
        worker.write(new DeviceWrite("limit", List.of(new DeviceWrite.Step("limit_pct", 50, false)),
                time.nanos() + TimeUnit.SECONDS.toNanos(LIMIT_S)), results::add);
        waitsAndSaysSo();
        assertTrue(results.isEmpty());
        lent.close();
        assertTrue(results.poll(LIMIT_S, TimeUnit.SECONDS) instanceof DeviceWrite.Result.Unverified);
    }

    @Test
    void a_bus_that_is_closed_while_it_is_lent_lets_go_of_who_waits() throws Exception {
        Bus.Hold lent = bus.lend();
        waitsAndSaysSo();
        reports.clear();
        bus.close();
        assertEquals("line.broken", next().lastError().orElseThrow().key());
        lent.close();
    }
}
