// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.simulation.inverter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.pigenny.core.device.inverter.LeapingTime;
import org.pigenny.core.device.modbus.BlockReader;
import org.pigenny.core.device.modbus.BlockReader.Manners;
import org.pigenny.core.device.modbus.BlockReader.Result;
import org.pigenny.core.device.modbus.Bus;
import org.pigenny.core.device.modbus.LinkKeeper;
import org.pigenny.core.device.modbus.RtuFraming;
import org.pigenny.core.device.profile.Profile.Block;
import org.pigenny.core.device.profile.Profiles;

/** Faults of every kind between the real reader and a slave: no wrong value is believed, nothing hangs, and the next poll is right. */
class FaultyWireTest {
    private static final Duration TIMEOUT = Duration.ofSeconds(1);
    private static final Duration POLL = Duration.ofSeconds(30);
    private static final double FAULTY_SHARE = 0.2;
    private static final List<Fault> KINDS = List.of(Fault.values());
    private static final long SEED = 20_260_110;
    private static final int REPEATS = 40;
    /** A time-out, a retry in two halves with its pauses: far less than the 30 s to the next poll. */
    private static final Duration LONGEST_RECOVERY = Duration.ofSeconds(3);
    /** One retry, pieces of it, and pauses: more than this is a hang. */
    private static final Duration LONGEST_READ = Duration.ofSeconds(10);

    private final LeapingTime time = new LeapingTime(Instant.parse("2026-01-10T00:00:00Z"));
    private final StampedRegisters registers = new StampedRegisters();
    private final LinkKeeper link = new LinkKeeper(time, event -> {});

    private BlockReader reader(Bus bus) {
        return new BlockReader(bus, new Manners(1, TIMEOUT, 1, 20, Duration.ofMillis(100)), link, time);
    }

    private Bus bus(FaultyWire wire) {
        return new Bus(wire, new RtuFraming(), Duration.ofNanos(1_822_917), time);
    }

    private FaultyWire wire(Path folder, long seed) throws Exception {
        return new FaultyWire(new RtuSlave(SlaveManners.LUXPOWER, registers), new FaultInjector(new Random(seed)), time,
                folder);
    }

    @Test
    @Timeout(120)
    void noWrongValueIsBelievedInTwentyThousandRequests(@TempDir Path folder) throws Exception {
        soak(folder, 20_000, SEED);
    }

    @Test
    @Tag("soak")
    void noWrongValueIsBelievedInAMillionRequests(@TempDir Path folder) throws Exception {
        soak(folder, 1_000_000, SEED + 1);
    }

    private void soak(Path folder, long requests, long seed) throws Exception {
        Random random = new Random(seed);
        List<Block> blocks = Profiles.named(Profiles.LUXPOWER).blocks();
        Map<Fault, Integer> faults = new EnumMap<>(Fault.class);
        long good = 0;
        long reads = 0;
        long realStart = System.nanoTime();
        try (FaultyWire wire = wire(folder, seed); Bus bus = bus(wire)) {
            BlockReader reader = reader(bus);
            while (link.report().requests() < requests) {
                Fault fault = random.nextDouble() < FAULTY_SHARE
                        ? KINDS.get(random.nextInt(KINDS.size()))
                        : Fault.NONE;
                boolean clean = fault == Fault.NONE && wire.quiet();
                wire.next(fault);
                Block block = blocks.get(random.nextInt(blocks.size()));
                long before = registers.served();
                long start = time.nanos();
                Result result = reader.read(block.table(), block.start(), block.count());
                reads++;
                faults.merge(fault, 1, Integer::sum);
                Duration took = Duration.ofNanos(time.nanos() - start);
                assertTrue(took.compareTo(LONGEST_READ) < 0, "a read took " + took + " under " + fault);
                if (result instanceof Result.Words words) {
                    good++;
                    assertTrue(registers.servedSince(before, block.start(), words.words()),
                            "a wrong value was believed under " + fault + ", read " + reads);
                } else {
                    assertTrue(!clean, "a read over a clean wire failed: " + result + ", read " + reads);
                }
                time.advance(Duration.ofMillis(random.nextInt(4) == 0 ? 5000 : 100));
            }
        }
        double seconds = (System.nanoTime() - realStart) / 1e9;
        System.out.printf(Locale.ROOT,
                "%d requests, %d reads, %d good, faults %s, crc errors %d, time-outs %d, %.0f s%n",
                link.report().requests(), reads, good, faults, link.report().crcErrors(), link.report().timeouts(),
                seconds);
        assertEquals(KINDS.size(), faults.size(), "every kind of fault happened");
    }

    /** The block that was hit is right in the same poll, and the next poll is right from the first request on. */
    @ParameterizedTest
    @EnumSource(Fault.class)
    void recoveryTakesLessThanOnePollAfterAnyFault(Fault fault, @TempDir Path folder) throws Exception {
        List<Double> seconds = new ArrayList<>();
        try (FaultyWire wire = wire(folder, SEED); Bus bus = bus(wire)) {
            BlockReader reader = reader(bus);
            List<Block> poll = Profiles.named(Profiles.LUXPOWER).blocks().stream().filter(b -> b.every() == 1).toList();
            poll(reader, poll);
            for (int i = 0; i < REPEATS; i++) {
                long start = time.nanos();
                wire.next(fault);
                poll(reader, List.of(poll.getFirst()));
                seconds.add((time.nanos() - start) / 1e9);
                time.sleepUntil(start + POLL.toNanos());
                poll(reader, poll);
            }
        }
        Collections.sort(seconds);
        System.out.printf(Locale.ROOT, "recovery after %s: median %.1f s, worst %.1f s of %d%n", fault,
                seconds.get(REPEATS / 2), seconds.getLast(), REPEATS);
        assertTrue(seconds.getLast() < LONGEST_RECOVERY.toMillis() / 1000.0, seconds.toString());
    }

    private void poll(BlockReader reader, List<Block> blocks) throws InterruptedException {
        for (Block block : blocks) {
            long before = registers.served();
            Result result = reader.read(block.table(), block.start(), block.count());
            assertTrue(result instanceof Result.Words words
                    && registers.servedSince(before, block.start(), words.words()), "block " + block + ": " + result);
        }
    }
}
