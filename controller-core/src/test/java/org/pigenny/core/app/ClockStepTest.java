// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pigenny.core.model.EngineCommand;
import org.pigenny.core.model.EnginePhase;
import org.pigenny.core.model.LinkReport;
import org.pigenny.core.model.ServiceReport;
import org.pigenny.core.system.Timings;
import org.pigenny.core.time.ManualTime;
import org.pigenny.core.time.SystemTime;

/** The clock of the whole core is set by an hour, forward and back: nothing stalls, bursts, restarts, starts or stops. */
final class ClockStepTest {
    private static final Instant START = Instant.parse("2026-01-05T12:00:00Z");

    @TempDir
    Path home;

    private final ManualTime plant = new ManualTime(START);
    private final AtomicReference<Duration> offset = new AtomicReference<>(Duration.ZERO);
    private final AtomicInteger ticks = new AtomicInteger();

    @ParameterizedTest
    @ValueSource(ints = {1, -1})
    void a_step_of_an_hour_changes_nothing_but_the_time_that_is_shown(int hours) {
        Timings timings = CoreBench.UNSHAKEABLE;
        try (CoreBench bench = new CoreBench(home, options -> new CoreOptions(options.home(), options.settingsFile(),
                options.environment(), options.overrides(), plant, new SteppedTime(new SystemTime(), offset), timings,
                options.parts(), options.halt(), options.screen())
                .withOverrides(Map.of("heartbeat.interval_s", "1")))) {
            bench.core.onTick(report -> ticks.incrementAndGet());
            bench.awaitHealthy();
            bench.parts.devices().inverterLink(LinkReport.State.UP);
            bench.parts.devices().relayLink(LinkReport.State.UP);
            seconds(bench, 30);
            plant.setWall(plant.wall().plus(Duration.ofHours(hours)));
            offset.set(Duration.ofHours(hours));
            int before = ticks.get();
            seconds(bench, 120);
            assertEquals(120, ticks.get() - before, "one tick a second, no burst and no stall");
            bench.await("the new time", now -> now.wall().equals(START.plus(Duration.ofHours(hours)).plusSeconds(150)));
            int beats = lines(home.resolve("logs/heartbeat.jsonl")).size();
            CoreBench.await(() -> lines(home.resolve("logs/heartbeat.jsonl")).size() >= beats + 2,
                    () -> "heartbeats go on");
            bench.awaitHealthy();
            assertEquals(0, bench.core.snapshot().services().stream().mapToInt(ServiceReport::restarts).sum());
            assertFalse(bench.core.snapshot().safeMode().active());
            assertTrue(bench.parts.submitted.stream().noneMatch(ClockStepTest::moves), bench.parts.submitted::toString);
        }
    }

    private static boolean moves(EngineCommand command) {
        return command == EngineCommand.START || command == EngineCommand.STOP
                || command == EngineCommand.EMERGENCY_STOP;
    }

    private void seconds(CoreBench bench, int seconds) {
        for (int i = 0; i < seconds; i++) {
            bench.parts.devices().readings(60, 1000, 0);
            bench.parts.engine(EnginePhase.OFF);
            int before = ticks.get();
            plant.advance(Duration.ofSeconds(1));
            CoreBench.await(() -> ticks.get() > before, () -> "a tick");
        }
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            return List.of();
        }
    }
}
