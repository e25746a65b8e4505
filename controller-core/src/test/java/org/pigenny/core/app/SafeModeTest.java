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
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pigenny.core.app.PlantedParts.Manner;
import org.pigenny.core.json.Json;
import org.pigenny.core.model.Command;
import org.pigenny.core.model.EngineCommand;
import org.pigenny.core.model.EnginePhase;
import org.pigenny.core.model.LinkReport.State;
import org.pigenny.core.model.Origin;
import org.pigenny.core.model.Outcome;
import org.pigenny.core.model.RunReason;
import org.pigenny.core.time.ManualTime;

/** What safe mode of the supervisor does to the generator, in a whole core whose plant time stands still between steps. */
final class SafeModeTest {
    private static final double LOW_SOC = 20;

    @TempDir
    Path home;

    private final ManualTime plant = new ManualTime(Instant.parse("2026-01-05T12:00:00Z"));
    private final AtomicInteger ticks = new AtomicInteger();

    private CoreBench bench(String running) {
        CoreBench bench = new CoreBench(home, options -> options.withPlantTime(plant)
                .withTimings(CoreBench.UNSHAKEABLE)
                .withOverrides(Map.of("safe_mode.running_generator", running)));
        bench.core.onTick(report -> ticks.incrementAndGet());
        bench.awaitHealthy();
        return bench;
    }

    private void seconds(CoreBench bench, int seconds, double soc, EnginePhase phase) {
        bench.parts.devices().inverterLink(State.UP);
        bench.parts.devices().relayLink(State.UP);
        for (int i = 0; i < seconds; i++) {
            bench.parts.devices().readings(soc, 1000, 0);
            bench.parts.engine(phase);
            int before = ticks.get();
            plant.advance(Duration.ofSeconds(1));
            CoreBench.await(() -> ticks.get() > before, () -> "a tick, but " + ticks.get());
        }
    }

    private void safeModeOfTheLastLife() throws IOException {
        Path file = home.resolve("data/state/safe_mode_override.json");
        Files.createDirectories(file.getParent());
        Files.writeString(file,
                "{\"active\":true,\"reason\":\"device: hung\",\"triggered_at\":\"2026-01-05T11:00:00Z\","
                        + "\"triggered_by\":\"supervisor\"}");
    }

    private static boolean asked(CoreBench bench, EngineCommand command) {
        return bench.parts.submitted.contains(command);
    }

    @Test
    void without_it_an_empty_battery_starts_the_generator() {
        try (CoreBench bench = bench("cooldown")) {
            seconds(bench, 5, LOW_SOC, EnginePhase.OFF);
            assertTrue(asked(bench, EngineCommand.START), bench.parts.submitted::toString);
        }
    }

    @Test
    void it_allows_no_start_by_hand_or_by_itself_until_a_person_clears_it() throws IOException {
        safeModeOfTheLastLife();
        try (CoreBench bench = bench("cooldown")) {
            seconds(bench, 10, LOW_SOC, EnginePhase.OFF);
            Outcome outcome = bench.core.submit(new Command.StartUntilStopped(), Origin.SCREEN);
            assertTrue(outcome instanceof Outcome.Refused, outcome::toString);
            seconds(bench, 10, LOW_SOC, EnginePhase.OFF);
            assertFalse(asked(bench, EngineCommand.START), bench.parts.submitted::toString);
            assertTrue(bench.core.submit(new Command.ClearSafeMode(), Origin.SCREEN) instanceof Outcome.Accepted);
            seconds(bench, 5, LOW_SOC, EnginePhase.OFF);
            assertTrue(asked(bench, EngineCommand.START), bench.parts.submitted::toString);
        }
    }

    @Test
    void a_running_generator_is_stopped_through_its_cooldown_even_after_a_restart() throws IOException {
        safeModeOfTheLastLife();
        try (CoreBench bench = bench("cooldown")) {
            seconds(bench, 10, LOW_SOC, EnginePhase.LOADED);
            assertTrue(asked(bench, EngineCommand.STOP), bench.parts.submitted::toString);
            assertFalse(asked(bench, EngineCommand.EMERGENCY_STOP), "never an abrupt cut");
            assertTrue(Words.english(bench.core.snapshot().control().why().sentence()).contains("afe mode"),
                    () -> bench.core.snapshot().control().why().toString());
        }
    }

    @Test
    void a_running_generator_is_held_when_the_setting_says_so_and_ends_by_its_own_stop_value() throws IOException {
        safeModeOfTheLastLife();
        try (CoreBench bench = bench("hold")) {
            seconds(bench, 20, 60, EnginePhase.LOADED);
            assertFalse(asked(bench, EngineCommand.STOP), bench.parts.submitted::toString);
            assertEquals(RunReason.NONE == bench.core.snapshot().control().reason(), false);
            seconds(bench, 20, 95, EnginePhase.LOADED);
            assertTrue(asked(bench, EngineCommand.STOP), bench.parts.submitted::toString);
        }
    }

    @Test
    void raised_while_the_generator_runs_it_acts_within_one_loop_and_leaves_no_hold_behind() {
        try (CoreBench bench = bench("cooldown")) {
            seconds(bench, 5, LOW_SOC, EnginePhase.LOADED);
            assertFalse(asked(bench, EngineCommand.STOP), bench.parts.submitted::toString);
            bench.parts.plant("config", Manner.THROW);
            bench.await("safe mode", now -> now.safeMode().bySupervisor());
            bench.parts.plant("config", Manner.LIVE);
            seconds(bench, 2, LOW_SOC, EnginePhase.LOADED);
            assertTrue(asked(bench, EngineCommand.STOP), bench.parts.submitted::toString);
            seconds(bench, 5, LOW_SOC, EnginePhase.OFF);
            bench.awaitHealthy();
            assertTrue(bench.core.snapshot().safeMode().bySupervisor(), "health alone clears nothing");
            assertTrue(bench.core.submit(new Command.ClearSafeMode(), Origin.SCREEN) instanceof Outcome.Accepted);
            bench.parts.submitted.clear();
            seconds(bench, 5, LOW_SOC, EnginePhase.OFF);
            assertTrue(asked(bench, EngineCommand.START), bench.parts.submitted::toString);
        }
    }

    @Test
    void that_of_the_devices_is_seen_on_the_screen_in_the_heartbeat_and_in_the_state_files_and_starts_go_on()
            throws IOException {
        try (CoreBench bench = bench("cooldown")) {
            seconds(bench, 2, 60, EnginePhase.OFF);
            bench.parts.devices().inverterLink(State.DOWN);
            for (int i = 0; i < 45; i++) {
                int before = ticks.get();
                plant.advance(Duration.ofSeconds(1));
                CoreBench.await(() -> ticks.get() > before, () -> "a tick");
            }
            bench.await("safe mode of the devices", now -> now.safeMode().triggeredBy().equals("time_based"));
            Path beats = home.resolve("logs/heartbeat.jsonl");
            CoreBench.await(() -> last(beats).contains("\"safe_mode_active\":true")
                    && last(beats).contains("\"safe_mode_triggered_by\":\"time_based\""), () -> last(beats));
            Path control = home.resolve("state/control_state.json");
            CoreBench.await(() -> text(control).contains("\"safe_mode_active\" : true"), () -> text(control));
            Path mode = home.resolve("state/safe_mode_state.json");
            CoreBench.await(() -> text(mode).contains("\"trigger_service\" : \"time_based\""), () -> text(mode));
            assertTrue(Json.readObject(text(mode)).orElseThrow().containsKey("power_limit_kw"));
            assertFalse(Files.exists(home.resolve("data/state/safe_mode_override.json")));
            seconds(bench, 5, LOW_SOC, EnginePhase.OFF);
            assertTrue(asked(bench, EngineCommand.START), bench.parts.submitted::toString);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return "";
        }
    }

    private static String last(Path file) {
        return text(file).lines().reduce("", (first, second) -> second);
    }
}
