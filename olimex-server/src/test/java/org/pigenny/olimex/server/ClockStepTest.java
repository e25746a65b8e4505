// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.olimex.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The wall clock steps by a day under the real process; libfaketime moves it. */
class ClockStepTest {
    private static final Path FAKETIME = Path.of("/usr/lib/x86_64-linux-gnu/faketime/libfaketime.so.1");
    private static final Pattern LOADED = Pattern.compile("(?m)^([0-9.]+) (\\S+) \\S+ phase stabilise -> loaded");
    private static final Pattern WARM = Pattern.compile("(?m)^([0-9.]+) (\\S+) \\S+ phase verify -> warmup");

    @TempDir
    Path folder = Path.of("");

    @ParameterizedTest
    @Tag("soak")
    @ValueSource(strings = {"+1d", "-1d"})
    void noDurationNoticesAClockThatStepsByADay(String step) throws IOException {
        assumeTrue(Files.exists(FAKETIME), "libfaketime is not installed (Debian: apt install libfaketime)");
        Path clock = folder.resolve("clock");
        Files.writeString(clock, "+0\n");
        Map<String, String> faked = Map.of("LD_PRELOAD", FAKETIME.toString(), "FAKETIME_DONT_FAKE_MONOTONIC", "1",
                "FAKETIME_NO_CACHE", "1", "FAKETIME_TIMESTAMP_FILE", clock.toString());
        try (ServerProcess server = ServerProcess.start(folder.resolve("state"),
                java.util.List.of("reset_s=0.05", "ignition_s=0.05", "fires_after_s=0.1", "verify_s=0.1",
                        "warmup_s=1.5",
                        "stabilise_s=0", "cooldown_s=0.5"),
                faked); Client client = server.client(); Client watcher = server.client()) {
            client.send("START\n");
            watcher.untilPhase("warmup");
            Files.writeString(clock, step + "\n");
            assertEquals("OK: Generator started and charger enabled", client.line());
            assertEquals("OK: Generator stopped (after 3 min cooldown)", client.ask("STOP"));
            watcher.ask("QUIT");
            String journal = server.journal();
            Matcher warm = find(WARM, journal);
            Matcher loaded = find(LOADED, journal);
            double took = Double.parseDouble(loaded.group(1)) - Double.parseDouble(warm.group(1));
            assertTrue(took >= 1.4 && took < 15, "warm-up of 1.5 s took " + took);
            assertTrue(!warm.group(2).equals(loaded.group(2)), "the log's date did step: " + loaded.group(2));
        }
    }

    private static Matcher find(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        assertTrue(matcher.find(), text);
        return matcher;
    }

    @Test
    void theTimeSinceBootGoesOnAcrossProcesses() {
        BootClock one = new BootClock();
        BootClock other = new BootClock();
        assertTrue(Math.abs(one.nanos() - other.nanos()) < 1_000_000_000L);
        assertTrue(one.sameBoot(other.boot()));
    }
}
