// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.app.analyse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pigenny.core.model.settings.Settings;

/** Section 9 of generator-control.md: analyse, on the recorded days. */
class AnalyseTest {
    private static final String DAY = "/org/pigenny/core/luxpower/data_dec28_part1.csv";
    /** First sample with the charger on, and the last; the SOC was 25 % and 99 % (inverter.md 4). */
    private static final long CHARGE_FROM = 1766977214L;
    private static final long CHARGE_TO = 1766991636L;
    /** First row below 40 %. */
    private static final long REACHED = 1766970003L;

    @TempDir
    Path folder;

    @Test
    void every_row_gives_one_line_with_exactly_these_fields_in_file_order() throws IOException {
        List<Map<String, String>> lines = Analysed.of(folder, Analysed.recorded(DAY));
        assertEquals(128, lines.size());
        for (Map<String, String> line : lines) {
            assertEquals(List.of("timestamp_unix", "soc_pct", "vbat_v", "pv_w", "load_w", "external_w", "verdict",
                    "forecast_start_unix"), List.copyOf(line.keySet()));
        }
        assertEquals("1766961590", lines.getFirst().get("timestamp_unix"));
        assertEquals("51", lines.getFirst().get("soc_pct"));
        assertEquals("294", lines.getFirst().get("pv_w"));
        assertEquals("null", lines.getFirst().get("load_w"));
    }

    @Test
    void no_verdict_of_the_recorded_day_is_wrong_and_at_most_one_is_undecided() throws IOException {
        int undecided = 0;
        for (Map<String, String> line : Analysed.of(folder, Analysed.recorded(DAY))) {
            long at = Long.parseLong(line.get("timestamp_unix"));
            boolean charging = at >= CHARGE_FROM && at <= CHARGE_TO;
            String verdict = line.get("verdict");
            undecided += verdict.equals("CHECKING") ? 1 : 0;
            assertTrue(verdict.equals("CHECKING") || verdict.equals(charging ? "CHARGING" : "NOT_CHARGING"),
                    line::toString);
        }
        assertTrue(undecided <= 1, () -> "undecided rows");
    }

    @Test
    void the_forecast_of_the_evening_descent_is_right_within_a_quarter_of_an_hour() throws IOException {
        List<Map<String, String>> lines = Analysed.of(folder, Analysed.recorded(DAY));
        List<Long> errors = lines.stream()
                .filter(line -> !line.get("forecast_start_unix").equals("null"))
                .map(line -> Math.abs(Long.parseLong(line.get("forecast_start_unix")) - REACHED))
                .toList();
        assertTrue(errors.size() >= 10, errors::toString);
        assertTrue(errors.stream().allMatch(error -> error <= 15 * 60), errors::toString);
    }

    @Test
    void a_row_depends_on_no_later_row() throws IOException {
        String day = Analysed.recorded(DAY);
        List<Map<String, String>> whole = Analysed.of(folder, day);
        List<String> rows = day.lines().toList();
        for (int n : new int[]{1, 2, 3, 15, 27, 28, 52, 90, 120}) {
            String part = rows.stream().limit(n + 1).collect(Collectors.joining("\n"));
            assertEquals(whole.subList(0, n), Analysed.of(folder, part));
        }
    }

    @Test
    void line_ends_make_no_difference() throws IOException {
        String day = Analysed.recorded(DAY).replace("\r\n", "\n");
        assertEquals(Analysed.of(folder, day), Analysed.of(folder, day.replace("\n", "\r\n")));
    }

    @Test
    void the_zone_of_the_local_stamps_makes_no_difference_to_verdicts() throws IOException {
        String day = Analysed.recorded(DAY);
        String other = day.lines()
                .map(line -> line.replaceFirst("^2025-12-(..)T(..)", "2025-12-$1T$2"))
                .map(line -> line.startsWith("2025") ? "2025-06-01T00:00:00" + line.substring(19) : line)
                .collect(Collectors.joining("\n"));
        assertEquals(verdicts(Analysed.of(folder, day)), verdicts(Analysed.of(folder, other)));
    }

    @Test
    void the_older_layout_gives_the_same_as_the_newer() throws IOException {
        List<Map<String, String>> older = Analysed.of(folder, Analysed.recorded("data_dec27.csv"));
        assertEquals("39", older.getFirst().get("soc_pct"));
        assertEquals("52.1", older.getFirst().get("vbat_v"));
        assertEquals("0", older.getFirst().get("pv_w"));
        assertEquals("NOT_CHARGING", older.getFirst().get("verdict"));
        String renamed = Analysed.recorded(DAY)
                .replace("fault_code", "reg_6")
                .replace("ppv1_w", "reg_7")
                .replace("ppv2_w", "reg_8")
                .replace("ppv_total_w", "reg_9");
        assertEquals(Analysed.of(folder, Analysed.recorded(DAY)), Analysed.of(folder, renamed));
    }

    @Test
    void our_own_daily_file_is_read_too() throws IOException {
        String own = "timestamp, timestamp_unix, soc_pct, soh_pct, vbat_v, vpv1_v, vpv2_v, pv1_power_w, pv2_power_w, "
                + "load_power_w, charge_power_w, discharge_power_w, generator_state, generator_running\n"
                + "2026-01-05T12:00:00,1767643200,55,94,52.4,380.1,370.0,400,350,900,0,220,IDLE,0\n";
        Map<String, String> line = Analysed.of(folder, own).getFirst();
        assertEquals("750", line.get("pv_w"));
        assertEquals("900", line.get("load_w"));
    }

    @Test
    void missing_columns_are_null_and_what_is_left_still_decides() throws IOException {
        String noSample = without(Analysed.recorded(DAY), "bat_volt_sample_raw");
        assertEquals(verdicts(Analysed.of(folder, Analysed.recorded(DAY))), verdicts(Analysed.of(folder, noSample)));
        String blind = without(without(Analysed.recorded(DAY), "p_discharge_w"), "p_charge_w");
        for (Map<String, String> line : Analysed.of(folder, blind)) {
            assertEquals("null", line.get("external_w"));
            assertEquals("CHECKING", line.get("verdict"));
            assertEquals("null", line.get("forecast_start_unix"));
        }
    }

    @Test
    void without_voltages_the_energy_balance_alone_is_never_wrong_beyond_its_window() throws IOException {
        String day = without(without(without(Analysed.recorded(DAY), "bat_volt_sample_raw"), "vbat_v"), "vbat_raw");
        for (Map<String, String> line : Analysed.of(folder, day)) {
            long at = Long.parseLong(line.get("timestamp_unix"));
            boolean settling = Math.abs(at - CHARGE_FROM) <= 1300 || (at > CHARGE_TO && at - CHARGE_TO <= 1300);
            boolean charging = at >= CHARGE_FROM && at <= CHARGE_TO;
            assertTrue(settling || line.get("verdict").equals("CHECKING")
                    || line.get("verdict").equals(charging ? "CHARGING" : "NOT_CHARGING"), line::toString);
        }
    }

    @Test
    void a_broken_row_is_left_out_and_named() throws IOException {
        List<String> rows = new java.util.ArrayList<>(Analysed.recorded(DAY).lines().limit(4).toList());
        rows.add(2, "rubbish,,,");
        assertEquals(3, Analysed.of(folder, String.join("\n", rows)).size());
    }

    @Test
    void a_file_that_is_not_there_or_no_recording_ends_with_2_and_a_message() throws IOException {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        PrintStream to = new PrintStream(err, true, StandardCharsets.UTF_8);
        assertEquals(2, Analyse.run(folder.resolve("none.csv"), Settings.defaults(), System.out, to));
        assertTrue(err.toString(StandardCharsets.UTF_8).contains("none.csv"));
        Path other = java.nio.file.Files.writeString(folder.resolve("other.csv"), "a,b\n1,2\n");
        assertEquals(2, Analyse.run(other, Settings.defaults(), System.out, to));
    }

    private static List<String> verdicts(List<Map<String, String>> lines) {
        return lines.stream().map(line -> line.get("verdict")).toList();
    }

    private static String without(String csv, String column) {
        List<String> lines = csv.lines().toList();
        int place = Arrays.asList(lines.getFirst().split(",", -1)).indexOf(column);
        return lines.stream().map(line -> {
            List<String> cells = new java.util.ArrayList<>(Arrays.asList(line.split(",", -1)));
            cells.remove(place);
            return String.join(",", cells);
        }).collect(Collectors.joining("\n"));
    }
}
