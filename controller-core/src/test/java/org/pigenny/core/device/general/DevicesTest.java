// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.device.general;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.pigenny.core.device.inverter.LeapingTime;
import org.pigenny.core.device.line.SocketOpener;
import org.pigenny.core.device.modbus.Bus;
import org.pigenny.core.device.modbus.BusPool;
import org.pigenny.core.device.modbus.MbapFraming;
import org.pigenny.core.device.profile.Profiles;
import org.pigenny.core.model.DeviceReport;
import org.pigenny.core.model.DeviceWrite;
import org.pigenny.core.model.DeviceWrite.Result;
import org.pigenny.core.model.DeviceWrite.Step;
import org.pigenny.core.model.Event;
import org.pigenny.core.model.LinkReport;
import org.pigenny.core.simulation.inverter.RegisterMap;
import org.pigenny.core.simulation.inverter.SlaveManners;
import org.pigenny.core.simulation.inverter.TcpSlave;
import org.pigenny.core.time.SystemTime;

/** Devices of the site against simulated ones over real sockets (site-controller.md 1.5 and 2). */
@Timeout(60)
class DevicesTest {
    private final LeapingTime time = new LeapingTime(Instant.parse("2026-01-10T12:00:00Z"));
    private final RegisterMap sungrow = new RegisterMap(5000, 5040).set(5001, 6000)
            .set(5011, 2300)
            .set(5031, 667)
            .writable(5007, value -> value)
            .writable(5008, value -> value);
    private final List<Event> events = new ArrayList<>();
    private TcpSlave slave;
    private Bus bus;
    private DeviceWorker worker;

    DevicesTest() throws Exception {
        slave = TcpSlave.start(SlaveManners.standard(1), sungrow);
        bus = bus(slave);
        worker = worker("pv", "sungrow", bus, Duration.ofSeconds(3));
    }

    @BeforeEach
    void firstPoll() throws Exception {
        worker.step();
    }

    @AfterEach
    void close() {
        bus.close();
        slave.close();
    }

    private static Bus bus(TcpSlave slave) {
        SystemTime real = new SystemTime();
        return new Bus(new SocketOpener("127.0.0.1", slave.port(), real), new MbapFraming(), Duration.ZERO, real);
    }

    private DeviceWorker worker(String id, String profile, Bus on, Duration timeout) {
        return new DeviceWorker(new DeviceSettings(id, id, profile, 1, Duration.ofSeconds(1), timeout, 0),
                Profiles.named(profile), on, time, events::add);
    }

    private double value(String register) {
        return Optional.ofNullable(worker.report().readings().get(register)).orElseThrow().value();
    }

    private void poll() throws InterruptedException {
        time.advance(Duration.ofSeconds(1));
        worker.step();
    }

    @Test
    void readingsHaveUnitRoleAndTime() {
        DeviceReport.Value power = Optional.ofNullable(worker.report().readings().get("active_power")).orElseThrow();
        assertEquals(new DeviceReport.Value(66.7, "kW", Optional.of("solar_active_power"), 0), power);
        assertEquals(600, value("dc_voltage"));
        assertTrue(worker.report().online());
        assertEquals("inverter", worker.report().type());
    }

    @Test
    void aBadRegisterBlocksNoOtherAndItsReadingDisappears() throws Exception {
        sungrow.refuse(5002);
        poll();
        assertFalse(worker.report().readings().containsKey("dc_current"));
        assertEquals(600, value("dc_voltage"));
        assertTrue(worker.report().online());
        assertEquals("device.register_refused", worker.report().lastError().orElseThrow().key());
        assertTrue(worker.report().standingFaults().isEmpty());
        for (int i = 0; i < 20; i++) {
            poll();
        }
        assertEquals(21, worker.report().standingFaults().get("dc_current"));
    }

    @Test
    void threeFailuresMakeItOfflineItIsTriedAfter5_10_20_40_60_60SecondsAndOneSuccessResetsAll() throws Exception {
        worker = worker("pv", "sungrow", bus, Duration.ofMillis(30));
        worker.step();
        sungrow.alive(false);
        poll();
        assertTrue(worker.report().readings().isEmpty(), "a failed link removes all readings");
        assertTrue(worker.report().online());
        poll();
        assertTrue(worker.report().online());
        poll();
        assertFalse(worker.report().online());
        long offlineSince = worker.report().offlineSinceNanos().getAsLong();
        for (int seconds : new int[]{5, 10, 20, 40, 60, 60}) {
            long asked = worker.report().link().requests();
            time.advance(Duration.ofSeconds(seconds).minusMillis(1));
            worker.step();
            assertEquals(asked, worker.report().link().requests(), "not before " + seconds + " s");
            time.advance(Duration.ofMillis(1));
            worker.step();
            assertEquals(asked + 1, worker.report().link().requests(), "after " + seconds + " s");
            assertEquals(offlineSince, worker.report().offlineSinceNanos().getAsLong());
        }
        assertEquals(List.of("device.online", "device.online", "device.offline"),
                events.stream().map(event -> event.text().key()).toList(), "said once, not every poll");
        sungrow.alive(true);
        time.advance(Duration.ofSeconds(60));
        worker.step();
        assertTrue(worker.report().online());
        assertEquals(600, value("dc_voltage"));
        assertTrue(worker.report().lastError().isEmpty());
    }

    private Result write(String register, double value) throws InterruptedException {
        return write(new DeviceWrite("limit", List.of(new Step(register, value, true)), time.nanos()));
    }

    private Result write(DeviceWrite write) throws InterruptedException {
        List<Result> results = new ArrayList<>();
        worker.write(write, results::add);
        worker.step();
        assertEquals(1, results.size());
        return results.getFirst();
    }

    private void deviceTakes(IntUnaryOperator takes) {
        sungrow.writable(5008, takes);
    }

    @Test
    void aWriteIsVerifiedWithinOnePercentAfter200Millis() throws Exception {
        long before = time.nanos();
        assertEquals(new Result.Verified(66.7, 66.7), write("limit_pct", 66.7));
        assertEquals(Duration.ofMillis(200).toNanos(), time.nanos() - before);
        deviceTakes(value -> 670);
        assertEquals(new Result.Verified(66.7, 67.0), write("limit_pct", 66.7));
        deviceTakes(value -> 660);
        assertEquals(new Result.NotTaken(66.7, 66.0), write("limit_pct", 66.7));
        deviceTakes(value -> 0);
        assertEquals(new Result.Verified(0, 0), write("limit_pct", 0));
        deviceTakes(value -> 1);
        assertEquals(new Result.NotTaken(0, 0.1), write("limit_pct", 0));
    }

    @Test
    void aRefusedWriteIsTriedThreeTimesHalfASecondApart() throws Exception {
        sungrow.refuse(5008);
        long before = time.nanos();
        Result.Failed failed = assertInstanceOf(Result.Failed.class, write("limit_pct", 50));
        assertEquals("device.register_refused", failed.why().key());
        assertEquals(Duration.ofSeconds(1).toNanos(), time.nanos() - before);
    }

    @Test
    void anUnreadableReadBackIsWrittenButNotVerified() throws Exception {
        deviceTakes(value -> {
            sungrow.refuse(5008);
            return value;
        });
        assertEquals(new Result.Unverified(50), write("limit_pct", 50));
    }

    @Test
    void whatCannotBeWrittenIsSaid() throws Exception {
        assertInstanceOf(Result.Failed.class, write("active_power", 1));
        assertInstanceOf(Result.Failed.class, write("no_such_register", 1));
        assertInstanceOf(Result.Failed.class, write("limit_pct", 7000));
    }

    @Test
    void theLatestValueWinsAndAnExpiredOneIsNotWritten() throws Exception {
        List<String> results = new ArrayList<>();
        for (double limit : new double[]{10, 20, 30}) {
            worker.write(new DeviceWrite("limit", List.of(new Step("limit_pct", limit, true)), time.nanos()),
                    result -> results.add(limit + " " + result.getClass().getSimpleName()));
        }
        worker.step();
        assertEquals(List.of("10.0 Superseded", "20.0 Superseded", "30.0 Verified"), results);
        worker.write(new DeviceWrite("limit", List.of(new Step("limit_pct", 90, true)), time.nanos()),
                result -> results.add(result.getClass().getSimpleName()));
        time.advance(Duration.ofSeconds(2));
        worker.step();
        assertEquals("Expired", results.getLast());
        assertEquals(300, sungrow.value(5008));
    }

    @Test
    void aSolarLimitIsEnabledThenSetThenVerified() throws Exception {
        Result result = write(new DeviceWrite("solar_limit",
                List.of(new Step("limit_enable", 0xAA, false), new Step("limit_pct", 33.3, true)), time.nanos()));
        assertEquals(new Result.Verified(33.3, 33.3), result);
        assertEquals(0xAA, sungrow.value(5007));
        assertEquals(333, sungrow.value(5008));
    }

    @Test
    void aMeterTellsFloatsHighWordFirst() throws Exception {
        RegisterMap meter = new RegisterMap(1000, 1070).setFloat(1000, 230.5f)
                .setFloat(1032, 1415f)
                .setFloat(1056, Float.NaN)
                .setFloat(1066, 60f);
        try (TcpSlave device = TcpSlave.start(SlaveManners.standard(1), meter); Bus wire = bus(device)) {
            worker = worker("meter", "meatrol_me431", wire, Duration.ofSeconds(3));
            worker.step();
            assertEquals(230.5, value("voltage_l1"));
            assertEquals(1.415, value("active_power"), 1e-6);
            assertFalse(worker.report().readings().containsKey("power_factor"), "NaN is no reading");
            assertFalse(worker.report().readings().containsKey("energy"), "registers 4006 are refused");
            assertEquals("load_meter", worker.report().type());
        }
    }

    @Test
    void aGeneratorControllerThatCountsFromOneIsReadWhereItsNumbersAre() throws Exception {
        RegisterMap controller = new RegisterMap(99, 111).set(103, 125).set(107, 61);
        try (TcpSlave device = TcpSlave.start(SlaveManners.standard(1), controller); Bus wire = bus(device)) {
            worker = worker("dg", "comap", wire, Duration.ofSeconds(3));
            worker.step();
            assertEquals(12.5, value("active_power"));
            assertEquals(61, value("fuel_level"));
        }
    }

    @Test
    void aDeadDeviceDelaysNoOther() throws Exception {
        RegisterMap dead = new RegisterMap(5000, 5040);
        dead.alive(false);
        SystemTime real = new SystemTime();
        CountDownLatch polls = new CountDownLatch(20);
        try (TcpSlave silent = TcpSlave.start(SlaveManners.standard(1), dead); Bus silentBus = bus(silent)) {
            DeviceWorker stuck = worker("dead", "sungrow", silentBus, Duration.ofSeconds(30));
            DeviceWorker well = new DeviceWorker(
                    new DeviceSettings("well", "well", "sungrow", 1, Duration.ofMillis(1), Duration.ofSeconds(3), 0),
                    Profiles.named("sungrow"), bus, real, event -> {});
            Thread first = start(stuck, () -> {});
            Thread second = start(well, polls::countDown);
            assertTrue(polls.await(20, TimeUnit.SECONDS), "the living device is polled on");
            assertEquals(LinkReport.State.STARTING, stuck.report().link().state(), "while the dead one still waits");
            first.interrupt();
            second.interrupt();
            first.join(5000);
            second.join(5000);
        }
    }

    private static Thread start(DeviceWorker worker, Runnable progress) {
        return Thread.ofPlatform().daemon().name(worker.name()).start(() -> {
            try {
                worker.run(progress);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    @Test
    void onePoolOneBusForEachWireAndIdleLinesAreLetGoAfter300Seconds() throws Exception {
        LeapingTime clock = new LeapingTime(Instant.EPOCH);
        try (BusPool pool = new BusPool()) {
            Bus pooled = pool.bus("wire", () -> new Bus(new SocketOpener("127.0.0.1", slave.port(), clock),
                    new MbapFraming(), Duration.ZERO, clock));
            assertEquals(pooled, pool.bus("wire", () -> {
                throw new AssertionError("made twice");
            }));
            bus.close();
            worker = worker("pv", "sungrow", pooled, Duration.ofSeconds(3));
            worker.step();
            assertEquals(true, pooled.isOpen());
            clock.advance(BusPool.LONGEST_IDLE);
            pool.sweep();
            assertEquals(true, pooled.isOpen(), "not before");
            clock.advance(Duration.ofSeconds(1));
            pool.sweep();
            assertEquals(false, pooled.isOpen());
            poll();
            assertTrue(worker.report().online(), "opened again when needed");
        }
    }
}
