// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.logging.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pigenny.core.control.Generator;
import org.pigenny.core.control.Memory;
import org.pigenny.core.control.Request;
import org.pigenny.core.control.Step;
import org.pigenny.core.model.Command;
import org.pigenny.core.model.GeneratorState;
import org.pigenny.core.model.Origin;
import org.pigenny.core.model.PlantSnapshot;
import org.pigenny.core.model.Quantity;
import org.pigenny.core.model.settings.EngineSettings;
import org.pigenny.core.model.settings.GeneratorSettings;
import org.pigenny.core.simulation.loop.ControlledPlant;

/** The real controller over the real sequencer, recorded and decided again. */
class ReplayTest {
    private static final Instant START = Instant.parse("2026-01-31T10:30:00Z");
    private static final TickFormat<Memory, Request, Step> FORMAT = new TickFormat<>(Memory.class, Request.class,
            Step.class);

    @TempDir
    Path folder;

    private final ControlledPlant plant = new ControlledPlant(GeneratorSettings.defaults(), EngineSettings.defaults(),
            START, ZoneId.of("Europe/Berlin"));
    private final Random random = new Random(20260131);

    private Result recorded(int ticks) {
        List<GeneratorState> states = new ArrayList<>();
        try (TickRecorder<Memory, Request, Step> recorder = new TickRecorder<>(folder, 1L << 30, FORMAT)) {
            double soc = 45;
            for (int i = 0; i < ticks; i++) {
                soc += plant.engine().report().loaded() ? 0.05 : -0.02;
                plant.inputs().set(Quantity.SOC, soc);
                List<Request> requests = requests();
                Memory before = plant.memory();
                PlantSnapshot now = plant.snapshot();
                GeneratorSettings settings = plant.settings();
                requests.forEach(request -> plant.ask(request.command(), request.origin()));
                Step step = plant.tick();
                recorder.tick(before, now, settings, requests, step);
                recorder.writeWaiting();
                states.add(step.report().state());
                plant.pass(Duration.ofSeconds(1), () -> {});
            }
        }
        return new Result(states);
    }

    private record Result(List<GeneratorState> states) {}

    private List<Request> requests() {
        List<Command> some = List.of(new Command.StartFor(Duration.ofMinutes(10)), new Command.Stop(),
                new Command.Reset(),
                new Command.ServiceMode(random.nextBoolean()), new Command.EndHold(), new Command.StartUntilAuto());
        return random.nextInt(300) == 0
                ? List.of(new Request(some.get(random.nextInt(some.size())), Origin.SCREEN))
                : List.of();
    }

    private List<Path> files() throws IOException {
        try (var files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    private Replay<Memory, Request, Step> replay() {
        return new Replay<>(FORMAT, Generator::tick, Step::memory);
    }

    @Test
    void aRecordedStretchIsDecidedAgainIdentically() throws IOException {
        Result result = recorded(4200);
        assertTrue(result.states().contains(GeneratorState.RUNNING), "the recording must not be a boring one");
        assertEquals(2, files().size());
        long bytes = 0;
        for (Path file : files()) {
            bytes += Files.size(file);
        }
        assertTrue(bytes / 4200 < 200, "a tick takes " + bytes / 4200 + " bytes");
        Replay.Result again = replay().run(files());
        assertEquals(Optional.empty(), again.difference());
        assertEquals(4200, again.ticks());
        assertTrue(again.whole());
    }

    @Test
    void aControllerThatDecidesOtherwiseIsFoundAtTheVeryTick() throws IOException {
        recorded(900);
        int[] count = new int[1];
        Replay<Memory, Request, Step> other = new Replay<>(FORMAT, (memory, now, settings, requests) -> {
            Step step = Generator.tick(memory, now, settings, requests);
            return ++count[0] < 500
                    ? step
                    : new Step(step.memory(), step.report().took(1), step.actions(), step.events(),
                            step.answers());
        }, Step::memory);
        Replay.Difference difference = other.run(files()).difference().orElseThrow();
        assertEquals(500, difference.tick());
        assertEquals(START.plusSeconds(499), difference.at());
        assertTrue(difference.replayed().contains("\"tickMicros\":1"), difference.replayed());
    }

    @Test
    void whatAKillLeavesOfAFileIsReplayedToTheCut() throws IOException {
        recorded(600);
        Path file = files().getFirst();
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
        Replay.Result cut = replay().run(files());
        assertFalse(cut.whole());
        assertEquals(Optional.empty(), cut.difference());
        assertTrue(cut.ticks() > 100 && cut.ticks() < 600, cut.toString());
    }

    @Test
    void ticksThatFindTheQueueFullLeaveAGapAndNothingWaits() throws IOException {
        try (TickRecorder<Memory, Request, Step> recorder = new TickRecorder<>(folder, 1L << 30, FORMAT)) {
            for (int i = 0; i < 1500; i++) {
                Memory before = plant.memory();
                PlantSnapshot now = plant.snapshot();
                recorder.tick(before, now, plant.settings(), List.of(), plant.tick());
                plant.pass(Duration.ofSeconds(1), () -> {});
                if (i == 1000) {
                    recorder.writeWaiting();
                }
            }
        }
        Replay.Result again = replay().run(files());
        assertEquals(Optional.empty(), again.difference());
        assertEquals(600 + 499, again.ticks());
        assertEquals(2, again.stretches());
    }

    @Test
    void theOldestFilesGoWhenAllAreTooLarge() throws IOException {
        try (TickFiles files = new TickFiles(folder, 20_000)) {
            for (int hour = 0; hour < 50; hour++) {
                files.openFor(START.plus(Duration.ofHours(hour)));
                byte[] noise = new byte[2000];
                random.nextBytes(noise);
                files.append(Base64.getEncoder().encodeToString(noise));
            }
            assertEquals(START.plus(Duration.ofHours(49)).toString().substring(0, 13).replaceAll("[-:]", ""),
                    files().getLast().getFileName().toString().substring(6, 17));
        }
        long size = 0;
        for (Path file : files()) {
            size += Files.size(file);
        }
        assertTrue(size < 25_000, "holds " + size);
    }
}
