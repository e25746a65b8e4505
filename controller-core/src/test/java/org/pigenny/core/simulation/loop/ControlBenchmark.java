// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.simulation.loop;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.pigenny.core.control.Generator;
import org.pigenny.core.model.PlantSnapshot;
import org.pigenny.core.model.settings.GeneratorSettings;

/** Figures of docs/benchmarks-control.md: a year in the closed loop, time and allocation of a tick. Run its main method. */
public final class ControlBenchmark {
    private static final ZoneId ZONE = ZoneId.of("America/Los_Angeles");
    private static final Instant FROM = Instant.parse("2026-01-01T20:00:00Z");
    private static final int TICKS = 200_000;

    private ControlBenchmark() {}

    public static void main(String[] args) {
        Duration time = Duration.ofDays(args.length > 0 ? Integer.parseInt(args[0]) : 365);
        year(time);
        tick();
    }

    private static void year(Duration time) {
        ClosedLoop loop = new ClosedLoop(GeneratorSettings.defaults(), FROM, ZONE, 1);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long begun = System.nanoTime();
        long worked = threads.getCurrentThreadCpuTime();
        ClosedLoop.Result result = loop.run(time);
        double cpu = (threads.getCurrentThreadCpuTime() - worked) / 1e9;
        double seconds = (System.nanoTime() - begun) / 1e9;
        System.out.printf("%d days of 30 s polls in %.1f s (%.1f s of processor): %d decisions, %.0f a second%n",
                time.toDays(), seconds, cpu, result.decisions(), result.decisions() / seconds);
        System.out.printf("runs %d, loaded %d h, lowest SOC %.0f %%, wrong verdicts %d of %d, Wh per %% learned %s%n",
                result.runs(), result.loaded().toHours(), result.lowest(), result.wrongVerdicts(), result.decisions(),
                result.last().proof().whPerSocPct());
    }

    private static void tick() {
        ClosedLoop loop = new ClosedLoop(GeneratorSettings.defaults(), FROM, ZONE, 1);
        loop.run(Duration.ofHours(3));
        PlantSnapshot now = loop.plant().snapshot();
        var memory = loop.plant().memory();
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        for (int round = 0; round < 3; round++) {
            long allocated = threads.getCurrentThreadAllocatedBytes();
            long begun = System.nanoTime();
            for (int i = 0; i < TICKS; i++) {
                memory = Generator.tick(memory, now, loop.plant().settings(), List.of()).memory();
            }
            System.out.printf("tick: %d ns, %d bytes%n", (System.nanoTime() - begun) / TICKS,
                    (threads.getCurrentThreadAllocatedBytes() - allocated) / TICKS);
        }
    }
}
