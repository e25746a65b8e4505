// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.app.analyse;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;

/** Finds quantities in the columns of our own daily files and of the loggers before us. Any column may be missing. */
final class Layout {
    private static final List<String> SOC = List.of("soc_pct", "soc");
    private static final List<String> VOLTS = List.of("vbat_v");
    private static final List<String> CHARGE = List.of("charge_power_w", "p_charge_w", "charge_w");
    private static final List<String> DISCHARGE = List.of("discharge_power_w", "p_discharge_w", "discharge_w");
    private static final List<String> LOAD = List.of("load_power_w", "p_load_w", "load_w");
    /** Registers 7, 8 and 9; what one logger calls a total is register 9, which is string 3 (inverter.md). */
    private static final List<List<String>> STRINGS = List.of(List.of("pv1_power_w", "ppv1_w", "reg_7", "pv1_w"),
            List.of("pv2_power_w", "ppv2_w", "reg_8", "pv2_w"),
            List.of("pv3_power_w", "ppv3_w", "ppv_total_w", "reg_9", "pv3_w"));
    private static final int SOC_BITS = 0xFF;
    private static final double RAW_VOLTS = 10;

    private final Map<String, Integer> places = new HashMap<>();

    Layout(String header) {
        String[] names = header.split(",", -1);
        for (int i = 0; i < names.length; i++) {
            places.putIfAbsent(clean(names[i]).toLowerCase(Locale.ROOT), i);
        }
    }

    static boolean header(String line) {
        return clean(line.split(",", -1)[0]).toLowerCase(Locale.ROOT).startsWith("timestamp");
    }

    private static String clean(String cell) {
        String bare = cell.startsWith("\uFEFF") ? cell.substring(1) : cell;
        return bare.strip().replace("\"", "");
    }

    String text(String[] cells, String name) {
        Integer place = places.get(name);
        return place == null || place >= cells.length ? "" : clean(cells[place]);
    }

    private OptionalDouble number(String[] cells, String name) {
        try {
            double value = Double.parseDouble(text(cells, name));
            return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
        } catch (NumberFormatException e) {
            return OptionalDouble.empty();
        }
    }

    private OptionalDouble first(String[] cells, List<String> names) {
        for (String name : names) {
            OptionalDouble value = number(cells, name);
            if (value.isPresent()) {
                return value;
            }
        }
        return OptionalDouble.empty();
    }

    OptionalDouble unix(String[] cells) {
        return number(cells, "timestamp_unix");
    }

    OptionalDouble soc(String[] cells) {
        OptionalDouble named = first(cells, SOC);
        OptionalDouble raw = number(cells, "soc_soh_raw");
        return named.isPresent() || raw.isEmpty() ? named : OptionalDouble.of((int) raw.getAsDouble() & SOC_BITS);
    }

    OptionalDouble volts(String[] cells) {
        OptionalDouble named = first(cells, VOLTS);
        return named.isPresent() ? named : tenths(number(cells, "vbat_raw"));
    }

    OptionalDouble inverterVolts(String[] cells) {
        return tenths(number(cells, "bat_volt_sample_raw"));
    }

    private static OptionalDouble tenths(OptionalDouble raw) {
        return raw.isPresent() ? OptionalDouble.of(raw.getAsDouble() / RAW_VOLTS) : raw;
    }

    OptionalDouble charge(String[] cells) {
        return first(cells, CHARGE);
    }

    OptionalDouble discharge(String[] cells) {
        return first(cells, DISCHARGE);
    }

    OptionalDouble load(String[] cells) {
        return first(cells, LOAD);
    }

    /** The sum of the strings that are there; empty when there is none. */
    OptionalDouble pv(String[] cells) {
        double sum = 0;
        boolean any = false;
        for (List<String> names : STRINGS) {
            OptionalDouble power = first(cells, names);
            any |= power.isPresent();
            sum += power.orElse(0);
        }
        return any ? OptionalDouble.of(sum) : OptionalDouble.empty();
    }
}
