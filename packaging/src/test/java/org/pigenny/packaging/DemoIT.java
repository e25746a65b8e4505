// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.packaging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What `mvn -Pdemo` shows, on a machine without a display: the whole main job through the real stack. */
class DemoIT {
    private static final Duration START = Duration.ofSeconds(60);
    private static final Duration CHARGE = Duration.ofSeconds(120);
    private static final Pattern PHASE = Pattern.compile("phase \\w+ -> (\\w+):");

    private static final List<String> WHOLE_RUN = List.of("off", "reset", "ignition", "crank", "verify", "warmup",
            "stabilise",
            "loaded", "cooldown", "stopping", "off");

    @TempDir
    Path home;

    @Test
    void the_day_falls_below_40_starts_charges_and_stops_at_80() throws Exception {
        try (Program kiosk = Program.start(Map.of("PIGENNY_HOME", home.toString()), Program.pigenny(), "kiosk",
                "--demo",
                "--speed", "120", "--set", "health.ports=[0,0,0,0,0]")) {
            kiosk.await("No display", START);
            kiosk.await(line -> line.matches(".*SOC 4\\d %.*"), START);
            kiosk.await("Start asked for: SOC", START);
            kiosk.await("The engine carries the charger", CHARGE);
            kiosk.await("SOC 80 % has reached 80 %", CHARGE);
            kiosk.await("The engine is off", CHARGE);
            assertEquals(WHOLE_RUN, phasesOnceWritten());
            assertPicture(kiosk.await("picture: ", START).replace("picture: ", ""));
            assertEquals(1, csvFiles());
        }
    }

    /** The server writes its log a moment later than it acts. */
    private List<String> phasesOnceWritten() throws Exception {
        long end = System.nanoTime() + START.toNanos();
        List<String> written = phases();
        while (written.size() < WHOLE_RUN.size() && System.nanoTime() < end) {
            written = phases();
        }
        return written;
    }

    /** What the relay server, a process of its own, wrote down. */
    private List<String> phases() throws Exception {
        return Files.readAllLines(home.resolve("data/simulated-engine/gen_server.log"))
                .stream()
                .map(PHASE::matcher)
                .filter(Matcher::find)
                .map(found -> found.group(1))
                // On a machine with more to do the engine may catch a little later.
                .filter(phase -> !phase.equals("glow_crank"))
                .toList();
    }

    private static void assertPicture(String file) throws Exception {
        var picture = ImageIO.read(Path.of(file).toFile());
        assertEquals(800, picture.getWidth());
        assertEquals(480, picture.getHeight());
        long colours = IntStream.range(0, 800 * 480)
                .map(i -> picture.getRGB(i % 800, i / 800))
                .distinct()
                .limit(100)
                .count();
        assertTrue(colours >= 50, "a page has many colours, this picture " + colours);
    }

    private long csvFiles() throws Exception {
        try (Stream<Path> files = Files.list(home.resolve("logs"))) {
            return files.filter(file -> file.getFileName().toString().matches("data_\\d{8}\\.csv")).count();
        }
    }
}
