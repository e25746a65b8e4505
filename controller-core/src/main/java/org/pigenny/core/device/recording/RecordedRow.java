// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.device.recording;

import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * One row of a recording.
 *
 * @param unix seconds since 1970 UTC
 * @param columns the numbers of the row by the names of the header
 */
public record RecordedRow(double unix, Map<String, Double> columns) {
    /** Columns that hold a register as it was on the wire, in either layout of the first loggers. */
    private static final Map<String, Integer> REGISTERS = Map.ofEntries(Map.entry("vpv1_raw", 1),
            Map.entry("vpv2_raw", 2), Map.entry("vpv3_raw", 3), Map.entry("vbat_raw", 4), Map.entry("soc_soh_raw", 5),
            Map.entry("reg_6", 6), Map.entry("fault_code", 6), Map.entry("reg_7", 7), Map.entry("ppv1_w", 7),
            Map.entry("reg_8", 8), Map.entry("ppv2_w", 8), Map.entry("reg_9", 9), Map.entry("ppv_total_w", 9),
            Map.entry("p_charge_w", 10), Map.entry("p_discharge_w", 11), Map.entry("t_inner_c", 64),
            Map.entry("t_rad1_c", 65), Map.entry("t_rad2_c", 66), Map.entry("t_bat_c", 67),
            Map.entry("max_cell_volt_raw", 101), Map.entry("min_cell_volt_raw", 102),
            Map.entry("max_cell_temp_raw", 103), Map.entry("min_cell_temp_raw", 104), Map.entry("bms_status", 105),
            Map.entry("cycle_count", 106), Map.entry("bat_volt_sample_raw", 107), Map.entry("reg_108", 108),
            Map.entry("load_power_w", 170));
    private static final int LOW_BYTE = 0xFF;

    public RecordedRow {
        columns = Map.copyOf(columns);
    }

    public OptionalDouble column(String name) {
        Double value = columns.get(name);
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    /** Input registers that the row tells, by address. */
    public Map<Integer, Integer> registers() {
        Map<Integer, Integer> registers = new TreeMap<>();
        REGISTERS.forEach((name, address) -> column(name)
                .ifPresent(value -> registers.put(address, (int) Math.round(value) & 0xFFFF)));
        fromUnits(registers);
        return registers;
    }

    /** The daily file of this program has values in units instead of raw registers. */
    private void fromUnits(Map<Integer, Integer> registers) {
        column("vbat_v").ifPresent(volts -> registers.putIfAbsent(4, (int) Math.round(volts * 10)));
        column("soc_pct").ifPresent(soc -> registers.putIfAbsent(5,
                ((int) Math.round(column("soh_pct").orElse(0)) << 8) | ((int) Math.round(soc) & LOW_BYTE)));
        column("vpv1_v").ifPresent(volts -> registers.putIfAbsent(1, (int) Math.round(volts * 10)));
        column("vpv2_v").ifPresent(volts -> registers.putIfAbsent(2, (int) Math.round(volts * 10)));
        column("pv1_power_w").ifPresent(watts -> registers.putIfAbsent(7, (int) Math.round(watts)));
        column("pv2_power_w").ifPresent(watts -> registers.putIfAbsent(8, (int) Math.round(watts)));
        column("charge_power_w").ifPresent(watts -> registers.putIfAbsent(10, (int) Math.round(watts)));
        column("discharge_power_w").ifPresent(watts -> registers.putIfAbsent(11, (int) Math.round(watts)));
    }

    public OptionalInt register(int address) {
        Integer value = registers().get(address);
        return value == null ? OptionalInt.empty() : OptionalInt.of(value);
    }

    /** State of charge, low byte of register 5, in percent. */
    public OptionalInt soc() {
        OptionalInt raw = register(5);
        return raw.isPresent() ? OptionalInt.of(raw.getAsInt() & LOW_BYTE) : raw;
    }

    /** Battery voltage in V. */
    public OptionalDouble volts() {
        OptionalInt raw = register(4);
        return raw.isPresent() ? OptionalDouble.of(raw.getAsInt() / 10.0) : OptionalDouble.empty();
    }

    /** Sum of the strings that the row tells, in W; empty when it tells none. */
    public OptionalDouble pvWatts() {
        Map<Integer, Integer> registers = registers();
        if (!registers.containsKey(7) && !registers.containsKey(8)) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(registers.getOrDefault(7, 0) + registers.getOrDefault(8, 0)
                + registers.getOrDefault(9, 0));
    }
}
