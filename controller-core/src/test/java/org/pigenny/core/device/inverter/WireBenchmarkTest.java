// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.device.inverter;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.pigenny.core.device.modbus.BlockReader;
import org.pigenny.core.device.modbus.BlockReader.Manners;
import org.pigenny.core.device.modbus.Bus;
import org.pigenny.core.device.modbus.LinkKeeper;
import org.pigenny.core.device.profile.Profile;
import org.pigenny.core.device.profile.Profile.Block;
import org.pigenny.core.device.profile.Profiles;
import org.pigenny.core.device.recording.RegisterScan;
import org.pigenny.core.model.settings.InverterSettings;
import org.pigenny.core.simulation.inverter.LinePace;
import org.pigenny.core.simulation.inverter.Replay;
import org.pigenny.core.simulation.inverter.SimulatedInverter;
import org.pigenny.core.simulation.inverter.SlaveManners;
import org.pigenny.core.time.SystemTime;

/**
 * Cycle time against what the wire itself needs at 19200 baud, on a pseudo-terminal paced to that speed. Prints the figures
 * of docs/benchmarks-wire.md; run with {@code mvn -Psoak test -pl controller-core -am -Dtest=WireBenchmarkTest}.
 */
@Tag("soak")
class WireBenchmarkTest {
    private static final int BAUD = 19_200;
    private static final int CYCLES = 30;
    private static final int REQUEST_BYTES = 8;
    private static final int ANSWER_FRAME_BYTES = 5;
    private static final double SILENT_BYTES = 2 * 3.5;
    private static final double MILLI = 1e6;

    @Test
    void aCycleTakesLittleMoreThanTheWireNeeds() throws Exception {
        SystemTime real = new SystemTime();
        LinePace pace = new LinePace(BAUD, real);
        RegisterScan scan = RegisterScan.parse(Recordings.text(Recordings.SCAN_44));
        Profile profile = Profiles.named(Profiles.LUXPOWER);
        InverterSettings settings = InverterSettings.defaults();
        LeapingTime plant = new LeapingTime(Instant.EPOCH);
        try (SimulatedInverter inverter = SimulatedInverter.start(SlaveManners.LUXPOWER, Replay.scan(scan, plant),
                pace);
                Bus bus = Buses.bus(inverter.reach(settings), real)) {
            // The pause between requests is spent in plant time, which leaps: what is measured is the work alone.
            BlockReader reader = new BlockReader(bus, new Manners(1, Duration.ofSeconds(1), 1, 20,
                    Duration.ofMillis(100)), new LinkKeeper(plant, event -> {}), plant);
            List<Block> fast = profile.blocks().stream().filter(block -> block.every() == 1).toList();
            double usual = measure("every cycle (3 blocks)", reader, fast, pace, real);
            double whole = measure("whole plan (8 blocks)", reader, profile.blocks(), pace, real);
            assertTrue(usual < 1.25 && whole < 1.25, "within a quarter of the wire's own time");
        }
    }

    private static double measure(String name, BlockReader reader, List<Block> blocks, LinePace pace, SystemTime real)
            throws InterruptedException {
        double limit = blocks.stream()
                .mapToDouble(block -> pace.nanos(
                        REQUEST_BYTES + ANSWER_FRAME_BYTES + 2 * block.count() + SILENT_BYTES))
                .sum() / MILLI;
        double[] millis = new double[CYCLES];
        long cpu = 0;
        for (int cycle = -3; cycle < CYCLES; cycle++) {
            long start = real.nanos();
            long cpuStart = cpuNanos();
            for (Block block : blocks) {
                assertTrue(
                        reader.read(block.table(), block.start(), block.count()) instanceof BlockReader.Result.Words);
            }
            if (cycle >= 0) {
                millis[cycle] = (real.nanos() - start) / MILLI;
                cpu += cpuNanos() - cpuStart;
            }
        }
        Arrays.sort(millis);
        double median = millis[CYCLES / 2];
        System.out.printf(Locale.ROOT,
                "%s at %d baud: wire limit %.1f ms, median %.1f ms, worst %.1f ms, %.2f of the limit, CPU %.2f ms%n",
                name,
                BAUD, limit, median, millis[CYCLES - 1], median / limit, cpu / MILLI / CYCLES);
        return median / limit;
    }

    private static long cpuNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
