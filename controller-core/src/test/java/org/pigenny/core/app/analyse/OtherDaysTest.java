// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.app.analyse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Days that nobody recorded: heavy load and strong sun at every hour, with and without the generator. */
class OtherDaysTest {
    private static final String DAY = "/org/pigenny/core/luxpower/data_dec28_part1.csv";
    private static final long CHARGE_FROM = 1766977214L;
    private static final long CHARGE_TO = 1766991636L;
    private static final long FIRST_AFTER = 1766992237L;
    private static final double STRONG_SUN_W = 1000;
    /** Six rows are an hour. */
    private static final int STEP = 3;

    @TempDir
    Path folder;

    private int rows;
    private int undecided;
    private final StringBuilder wrong = new StringBuilder();

    @ParameterizedTest(name = "{0} W of load and {1} W of sun more, for {2} rows")
    @CsvSource({"2000, 0, 12", "4000, 0, 9", "5500, 0, 6", "7000, 0, 6", "0, 1500, 12", "0, 3000, 12", "0, 5000, 9",
        "4000, 3000, 12"})
    void no_verdict_is_wrong_and_few_are_undecided(double load, double sun, int length) throws IOException {
        OtherDay day = new OtherDay(Analysed.recorded(DAY));
        for (int from = 0; from + length <= day.size(); from += STEP) {
            Optional<String> other = day.with(from, length, load, sun);
            if (other.isPresent()) {
                for (Map<String, String> line : Analysed.of(folder, other.get())) {
                    look(line);
                }
            }
        }
        assertEquals("", wrong.toString());
        assertTrue(rows >= 2000, () -> "only " + rows + " rows");
        assertTrue(undecided * 50 <= rows, () -> undecided + " undecided of " + rows);
    }

    private void look(Map<String, String> line) {
        rows++;
        long at = Long.parseLong(line.getOrDefault("timestamp_unix", ""));
        String truth = at >= CHARGE_FROM && at <= CHARGE_TO ? "CHARGING" : "NOT_CHARGING";
        String verdict = line.getOrDefault("verdict", "");
        // The inverter charges, so the voltage says nothing, and all else is of the time before: nobody can know yet.
        boolean justSwitched = (at == CHARGE_FROM || at == FIRST_AFTER)
                && Double.parseDouble(line.getOrDefault("pv_w", "0")) > STRONG_SUN_W;
        if (verdict.equals("CHECKING") || justSwitched) {
            undecided++;
        } else if (!verdict.equals(truth)) {
            wrong.append(line).append('\n');
        }
    }
}
