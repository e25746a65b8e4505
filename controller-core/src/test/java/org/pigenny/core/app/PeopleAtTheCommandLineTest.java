// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
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

    @Test
    void the_status_is_said_in_words() throws Exception {
        Map<String, String> settings = new TreeMap<>(CoreBench.quick());
        settings.put("generator.fuel.capacity_l", "50");
        settings.put("generator.fuel.prevent_start_below_pct", "10");
        try (CoreBench bench = new CoreBench(home, options -> options.withOverrides(settings))) {
            bench.awaitHealthy();
            assertEquals(0, pigenny("fuel", "5").exit());
            bench.await("starts are locked", now -> now.control()
                    .alarms()
                    .stream()
                    .anyMatch(alarm -> alarm.code().equals("G-111")));
            Said status = pigenny("status");
            assertEquals(0, status.exit());
            assertTrue(status.text()
                    .contains("Services: system healthy, config healthy, device healthy, control healthy, "
                            + "logging healthy\n"),
                    status.text());
            assertTrue(
                    status.text()
                            .lines()
                            .anyMatch(line -> line.matches("Alarm G-111 \\(\\w+, \\w+\\): Too little fuel: "
                                    + "starts are locked\\. Since \\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ\\.")),
                    status.text());
            Said wrong = pigenny("start", "soon");
            assertEquals(2, wrong.exit());
            assertEquals("start until_auto, or for a number of seconds up to a week (604800), not 'soon'.\n",
                    wrong.text());
            Said unknown = pigenny("settings", "--roll-back", "nothing");
            assertEquals(1, unknown.exit(), unknown.text());
        }
    }

    @Test
    void without_a_core_everything_that_needs_one_says_so_in_a_line() throws Exception {
        String nobody = "No core runs here, or this user may not see it: there is no "
                + home.resolve("state").resolve("control.sock") + ".\n";
        for (List<String> words : List.of(List.of("status"), List.of("stop"), List.of("devices"))) {
            Said said = pigenny(words.toArray(String[]::new));
            assertEquals(1, said.exit(), words.toString());
            assertEquals(nobody, said.text(), words.toString());
        }
        Files.createDirectories(home.resolve("state"));
        Files.createFile(home.resolve("state").resolve("control.sock"));
        Said left = pigenny("status");
        assertEquals(1, left.exit());
        assertTrue(left.text().contains("cannot be asked") && left.text().lines().count() == 1, left.text());
    }

    @Test
    void what_cannot_be_meant_is_refused_in_a_line() throws Exception {
        Said hurried = pigenny("headless", "--speed", "3");
        assertEquals(2, hurried.exit());
        assertEquals("--speed goes with --demo or --replay: a real engine is not to be hurried.\n", hurried.text());
        Said answers = pigenny("setup", "--answers", "/no/such/file");
        assertEquals(2, answers.exit());
        assertEquals("--answers: there is no file /no/such/file\n", answers.text());
        Said versions = pigenny("settings", "--versions");
        assertEquals(0, versions.exit());
        assertEquals("No versions: nothing was changed on the screen or over the administration.\n", versions.text());
    }

    @Test
    void the_diagnosis_of_a_home_without_a_core_names_what_is_missing_without_a_log_of_its_own() throws Exception {
        Said diag = pigenny("diag");
        assertEquals(1, diag.exit());
        assertTrue(diag.text().contains("  no config_status.json\n"), diag.text());
        assertFalse(diag.text().contains("WARN"), diag.text());
        assertTrue(diag.text().contains("Bundle: " + home), diag.text());
    }

    private static boolean asked(List<Event> events, String who, String what) {
        return events.stream().anyMatch(event -> event.origin().name().equals(who) && event.text().key().equals(what));
    }
}
