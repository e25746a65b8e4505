// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.logging.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pigenny.core.app.cli.PigennyCli;
import org.pigenny.core.control.Memory;
import org.pigenny.core.control.Request;
import org.pigenny.core.control.Step;
import org.pigenny.core.model.PlantSnapshot;
import org.pigenny.core.model.settings.EngineSettings;
import org.pigenny.core.model.settings.GeneratorSettings;
import org.pigenny.core.simulation.loop.ControlledPlant;
import picocli.CommandLine;

class ReplayCommandTest {
    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(Path file) {
        CommandLine line = PigennyCli.commandLine();
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        return line.execute("replay-decisions", file.toString());
    }

    private Path recording(boolean falsified) throws Exception {
        ControlledPlant plant = new ControlledPlant(GeneratorSettings.defaults(), EngineSettings.defaults(),
                Instant.parse("2026-01-31T10:30:00Z"), ZoneId.of("Europe/Berlin"));
        try (TickRecorder<Memory, Request, Step> recorder = new TickRecorder<>(folder, 1L << 30,
                new TickFormat<>(Memory.class, Request.class, Step.class))) {
            for (int i = 0; i < 20; i++) {
                Memory before = plant.memory();
                PlantSnapshot now = plant.snapshot();
                Step step = plant.tick();
                Step kept = falsified && i == 10
                        ? new Step(step.memory(), step.report().took(7), step.actions(), step.events(), step.answers())
                        : step;
                recorder.tick(before, now, plant.settings(), List.of(), kept);
                plant.pass(Duration.ofSeconds(1), () -> {});
            }
        }
        try (var files = Files.list(folder)) {
            return files.findFirst().orElseThrow();
        }
    }

    @Test
    void aSoundRecordingIsConfirmed() throws Exception {
        assertEquals(0, run(recording(false)), err.toString());
        assertTrue(out.toString().startsWith("20 decisions in 1 stretches"), out.toString());
    }

    @Test
    void aDifferenceIsShownWithBothDecisions() throws Exception {
        assertEquals(1, run(recording(true)));
        assertTrue(out.toString().contains("decision 11 at 2026-01-31T10:30:10Z came out differently"), out.toString());
        assertTrue(out.toString().contains("\"tickMicros\":7"), out.toString());
    }

    @Test
    void aFileThatIsNoRecordingIsNamed() throws Exception {
        Path wrong = Files.writeString(folder.resolve("notes.txt"), "no recording");
        assertEquals(2, run(wrong));
        assertTrue(err.toString().contains("replay-decisions: "), err.toString());
        assertEquals(2, run(folder.resolve("missing.gz")));
        assertTrue(err.toString().contains("missing.gz"), err.toString());
    }
}
