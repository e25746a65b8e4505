// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.app.simulate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Section 9 of generator-control.md: simulate. */
class SimulateTest {
    @TempDir
    Path folder;
    private String errors = "";

    @Test
    void the_first_line_is_at_zero_and_has_every_field() throws IOException {
        assertEquals(
                "{\"t\":0,\"state\":\"IDLE\",\"phase\":\"off\",\"reason\":\"none\",\"relays\":\"OFF\",\"alarms\":[],"
                        + "\"why\":\"Not starting: SOC 42 % is not below 40 %. Starts below 40 %.\"}",
                run("t_s,soc_pct\n0,42\n").getFirst());
    }

    @Test
    void a_whole_run_shows_every_phase_and_relay_of_the_sequence() throws IOException {
        List<String> lines = run("t_s,soc_pct,engine\n0,39,ok\n200,80,\n");
        List<String> phases = lines.stream().map(line -> field(line, "phase")).distinct().toList();
        assertEquals(List.of("reset", "ignition", "crank", "verify", "warmup", "stabilise", "loaded", "cooldown",
                "stopping", "off"), phases);
        assertTrue(lines.stream().anyMatch(line -> line.contains("\"relays\":\"IGN+START\"")));
        assertTrue(lines.stream().anyMatch(line -> line.contains("\"relays\":\"IGN+CHARGER\"")));
        assertEquals("none", field(lines.getLast(), "reason"));
    }

    @Test
    void glow_and_starter_are_named_in_their_order() throws IOException {
        assertTrue(run("t_s,soc_pct,engine\n0,39,no_fire\n").stream()
                .anyMatch(line -> line.contains("\"relays\":\"IGN+GLOW+START\"")));
    }

    @Test
    void no_line_repeats_the_one_before_it_and_nothing_counts_down() throws IOException {
        List<String> lines = run("t_s,soc_pct,command\n0,39,stop\n3000,,\n");
        assertTrue(lines.size() <= 12, () -> String.join("\n", lines));
        for (int i = 1; i < lines.size(); i++) {
            assertFalse(body(lines.get(i)).equals(body(lines.get(i - 1))), lines.get(i));
        }
    }

    @Test
    void the_shortened_times_of_the_engine_are_used() throws IOException {
        Path settings = write("s.toml", "[engine]\nreset_s=0\nignition_s=0\nverify_s=0\nwarmup_s=0\nstabilise_s=0\n"
                + "cooldown_s=0\nfires_after_s=0.5\n");
        List<String> lines = run("t_s,soc_pct\n0,39\n60,80\n", Optional.of(settings), Optional.empty());
        assertTrue(lines.stream()
                .anyMatch(
                        line -> field(line, "state").equals("RUNNING") && Double.parseDouble(field(line, "t")) <= 3));
    }

    @Test
    void what_is_not_known_prints_unknown() throws IOException {
        List<String> lines = run("t_s,soc_pct,relay_server\n0,50,ok\n10,,silent\n");
        String silent = lines.stream().filter(line -> field(line, "t").equals("10")).findFirst().orElseThrow();
        assertEquals("UNKNOWN", field(silent, "state"));
        assertEquals("unknown", field(silent, "phase"));
        assertEquals("UNKNOWN", field(silent, "relays"));
        assertTrue(lines.getLast().contains("R-201"));
    }

    @Test
    void a_clock_starts_an_exercise_when_it_comes_to_it() throws IOException {
        Path settings = write("s.toml", "[generator.exercise]\nenabled=true\n[site]\ntime_zone=\"UTC\"\n");
        List<String> lines = run("t_s,soc_pct,clock\n0,60,2026-01-29T14:59:00\n", Optional.of(settings),
                Optional.empty());
        String start = lines.stream().filter(line -> field(line, "state").equals("STARTING")).findFirst().orElseThrow();
        assertEquals("60", field(start, "t"));
        assertEquals("exercise", field(start, "reason"));
        assertEquals("[]", alarms(start));
    }

    @Test
    void current_follows_from_the_powers_unless_there_is_a_column_for_it() throws IOException {
        Path settings = write("s.toml", "[generator.soc]\nenabled=false\n[generator.current]\nenabled=true\n");
        assertTrue(reasons(settings, "t_s,vbat_v,charge_w,discharge_w\n0,50,0,6500\n").contains("current"));
        assertFalse(reasons(settings, "t_s,vbat_v,charge_w,discharge_w,current_a\n0,50,0,6500,unknown\n")
                .contains("current"));
        assertTrue(reasons(settings, "t_s,current_a\n0,-130\n").contains("current"));
        assertFalse(reasons(settings, "t_s,load_w\n0,9000\n").contains("current"));
    }

    @Test
    void a_silent_inverter_makes_everything_unknown_at_once_and_a_value_of_before_returns_with_it() throws IOException {
        Path settings = write("s.toml", "[generator.inverter_overload]\nenabled=true\nstart_delay_s=0\n");
        List<String> lines = run("t_s,soc_pct,overload,inverter\n0,60,0,silent\n5,,1,\n20,,,ok\n",
                Optional.of(settings), Optional.empty());
        String start = lines.stream().filter(line -> field(line, "state").equals("STARTING")).findFirst().orElseThrow();
        assertEquals("20", field(start, "t"));
    }

    @Test
    void it_ends_600_seconds_after_the_last_row_or_where_it_is_told() throws IOException {
        List<String> all = run("t_s,soc_pct\n0,42\n100,39\n");
        assertEquals("RUNNING", field(all.getLast(), "state"));
        List<String> some = run("t_s,soc_pct\n0,42\n100,39\n", Optional.empty(), Optional.of(Duration.ofSeconds(50)));
        assertEquals(1, some.size());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"foo,soc_pct;0,1|no column 'foo'",
        "t_s,soc_pct;0,abc|soc_pct 'abc' is not a number",
        "t_s,command;0,begin|command 'begin'", "t_s,command;0,start -5|command 'start -5'",
        "t_s,engine;0,broken|engine 'broken'", "t_s,soc_pct;5,1;4,2|t_s goes back", "t_s,clock;0,noon|clock 'noon'",
        "t_s,soc_pct;,40|t_s is empty", "soc_pct;40|t_s is missing", "t_s,autostart;0,unknown|autostart 'unknown'"})
    void a_script_that_cannot_be_read_ends_with_2_and_names_the_line(String script, String message)
            throws IOException {
        assertEquals(2, code(write("bad.csv", script.replace(';', '\n')), Optional.empty()));
        assertTrue(errors.contains(message), errors);
        assertTrue(errors.contains("bad.csv, line "), errors);
    }

    @Test
    void settings_that_cannot_be_read_end_with_2_and_name_the_key() throws IOException {
        Path script = write("a.csv", "t_s,soc_pct\n0,42\n");
        assertEquals(2, code(script, Optional.of(write("bad.toml", "[generator.soc]\nstart=90\n"))));
        assertTrue(errors.contains("generator.soc.start"), errors);
        assertEquals(2, code(script, Optional.of(write("bad.toml", "[engine]\ncrank_s=0\n"))));
        assertTrue(errors.contains("crank_s"), errors);
        assertEquals(2, code(script, Optional.of(folder.resolve("none.toml"))));
        assertEquals(2, code(folder.resolve("none.csv"), Optional.empty()));
    }

    private List<String> run(String script) throws IOException {
        return run(script, Optional.empty(), Optional.empty());
    }

    private List<String> run(String script, Optional<Path> settings, Optional<Duration> until) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int code = Simulate.run(write("script.csv", script), settings, until,
                new PrintStream(out, false, StandardCharsets.UTF_8), System.err);
        assertEquals(0, code);
        return out.toString(StandardCharsets.UTF_8).lines().toList();
    }

    private List<String> reasons(Path settings, String script) throws IOException {
        return run(script, Optional.of(settings), Optional.empty()).stream()
                .map(line -> field(line, "reason"))
                .distinct()
                .toList();
    }

    private int code(Path script, Optional<Path> settings) {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = Simulate.run(script, settings, Optional.empty(), System.out,
                new PrintStream(err, true, StandardCharsets.UTF_8));
        errors = err.toString(StandardCharsets.UTF_8);
        return code;
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static String field(String line, String name) {
        int from = line.indexOf("\"" + name + "\":") + name.length() + 3;
        return line.substring(from, line.indexOf(',', from)).replace("\"", "");
    }

    private static String alarms(String line) {
        return line.substring(line.indexOf('['), line.indexOf(']') + 1);
    }

    private static String body(String line) {
        return line.substring(line.indexOf(','));
    }
}
