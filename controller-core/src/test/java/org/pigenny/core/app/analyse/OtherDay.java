// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.app.analyse;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The recorded day as it would have been with another load or more sun for some hours: the inverter's powers change by that much,
 * the battery's voltages by its resistance and its SOC, and the SOC by the energy. Charger, noise and everything else stay as
 * recorded.
 */
final class OtherDay {
    /** inverter.md 2.1 and 2.4. */
    private static final double OHMS = 0.008;
    private static final double CABLE_OHMS = 0.0022;
    private static final double WH_PER_PCT = 192.2;
    private static final double VOLTS_PER_PCT = 0.024;
    private static final double TOP_SOC = 99;
    private static final double EMPTY_SOC = 3;

    private final List<String> header;
    private final List<String[]> rows = new ArrayList<>();

    OtherDay(String csv) {
        List<String> lines = csv.lines().toList();
        header = Arrays.asList(lines.getFirst().split(",", -1));
        lines.stream().skip(1).forEach(line -> rows.add(line.split(",", -1)));
    }

    int size() {
        return rows.size();
    }

    private double get(String[] row, String column) {
        return Double.parseDouble(row[header.indexOf(column)]);
    }

    private void set(String[] row, String column, String value) {
        row[header.indexOf(column)] = value;
    }

    /**
     * @param from first row that differs
     * @param count rows that do
     * @param load more of it, W
     * @param sun more of it, W
     * @return empty when the battery would have been empty before the day was over
     */
    Optional<String> with(int from, int count, double load, double sun) {
        List<String> out = new ArrayList<>(List.of(String.join(",", header)));
        double wh = 0;
        double before = 0;
        for (int i = 0; i < rows.size(); i++) {
            String[] row = rows.get(i).clone();
            double more = i >= from && i < from + count ? load - sun : 0;
            // Nobody knows when between two rows it began: in the middle, as the mean of both says.
            wh += i == 0 ? 0 : (more + before) / 2 * (at(i) - at(i - 1)) / 3600.0;
            before = more;
            change(row, more, i >= from && i < from + count ? sun : 0, wh);
            if (get(row, "soc_pct") < EMPTY_SOC) {
                return Optional.empty();
            }
            out.add(String.join(",", row));
        }
        return Optional.of(out.stream().collect(Collectors.joining("\n")));
    }

    private long at(int row) {
        return Long.parseLong(rows.get(row)[header.indexOf("timestamp_unix")]);
    }

    private void change(String[] row, double more, double sun, double wh) {
        double volts = get(row, "vbat_v");
        double amps = more / volts;
        double soc = get(row, "soc_pct");
        double other = Math.clamp(Math.floor(soc + 0.5 - wh / WH_PER_PCT), 1, TOP_SOC);
        double shift = (other - soc) * VOLTS_PER_PCT - OHMS * amps;
        double net = get(row, "p_discharge_w") - get(row, "p_charge_w") + more;
        set(row, "p_discharge_w", String.valueOf(Math.round(Math.max(0, net))));
        set(row, "p_charge_w", String.valueOf(Math.round(Math.max(0, -net))));
        set(row, "ppv1_w", String.valueOf(Math.round(get(row, "ppv1_w") + sun)));
        set(row, "soc_pct", String.valueOf((long) other));
        set(row, "soc_soh_raw", String.valueOf(94 * 256 + (long) other));
        set(row, "vbat_v", String.format(Locale.ROOT, "%.1f", volts + shift));
        set(row, "vbat_raw", String.valueOf(Math.round(10 * (volts + shift))));
        set(row, "bat_volt_sample_raw",
                String.valueOf(Math.round(get(row, "bat_volt_sample_raw") + 10 * (shift - CABLE_OHMS * amps))));
    }
}
