// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pigenny.core.app.cli.PigennyCli;
import org.pigenny.core.model.Event;

/** The sub-commands as processes of their own, against a running core. */
final class PeopleAtTheCommandLineTest {
    @TempDir
    Path home;

    private record Said(int exit, String text) {}

    private Said pigenny(String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1",
                        "-cp", System.getProperty("java.class.path"), PigennyCli.class.getName()));
        command.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("PIGENNY_HOME", home.toString());
        Process process = builder.start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(process.waitFor(30, TimeUnit.SECONDS));
        return new Said(process.exitValue(), text);
    }

    @Test
    void the_tank_and_the_service_are_told_by_hand_and_written_down_with_who() throws Exception {
        Map<String, String> settings = new TreeMap<>(CoreBench.quick());
        settings.put("generator.fuel.capacity_l", "50");
        try (CoreBench bench = new CoreBench(home, options -> options.withOverrides(settings))) {
            bench.awaitHealthy();
            assertEquals(0, pigenny("fuel", "42").exit());
            bench.await("42 %", now -> now.control().upkeep().fuelPct().equals(OptionalDouble.of(42)));
            Said tooMuch = pigenny("fuel", "140");
            assertEquals(2, tooMuch.exit());
            assertTrue(tooMuch.text().contains("0 to 100 %"), tooMuch.text());
            assertEquals(0, pigenny("service", "done").exit());
            assertEquals(1, pigenny("end-hold").exit());
            Said help = pigenny("fuel", "--help");
            assertTrue(help.text().contains("Recorded with the name of the user"), help.text());
            String user = "cli " + System.getProperty("user.name");
            bench.await("written down with who",
                    now -> asked(now.newest(), user, "accepted.fuel")
                            && asked(now.newest(), user, "accepted.service_done"));
        }
    }

    private static boolean asked(List<Event> events, String who, String what) {
        return events.stream().anyMatch(event -> event.origin().name().equals(who) && event.text().key().equals(what));
    }
}
