// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.model;

/** An analogue quantity of the plant. Values are always in the unit named here; absence is a missing reading, never a number. */
public enum Quantity {
    SOC("%"),
    SOH("%"),
    BATTERY_VOLTAGE("V"),
    /** Positive when charging. As reported by the BMS; may describe one pack only (inverter.md, register 98). */
    BATTERY_CURRENT_BMS("A"),
    /**
     * Of the whole battery, positive when charging. A profile without such a register leaves it out; control then derives it
     * from charge and discharge power.
     */
    BATTERY_CURRENT("A"),
    /** The inverter's own sample of the battery voltage, behind the cable (register 107, rule R3). */
    BATTERY_VOLTAGE_INVERTER("V"),
    CELL_VOLTAGE_MAX("V"),
    CELL_VOLTAGE_MIN("V"),
    CELL_TEMPERATURE_MAX("°C"),
    CELL_TEMPERATURE_MIN("°C"),
    PV1_VOLTAGE("V"),
    PV2_VOLTAGE("V"),
    PV3_VOLTAGE("V"),
    PV1_POWER("W"),
    PV2_POWER("W"),
    PV3_POWER("W"),
    /** Sum of the three strings, registers 7 + 8 + 9. */
    PV_POWER("W"),
    /** House load, register 170. */
    LOAD_POWER("W"),
    /** What the inverter puts into the battery; blind to an external charger. */
    CHARGE_POWER("W"),
    /** What the inverter takes from the battery. */
    DISCHARGE_POWER("W"),
    RECTIFIER_POWER("W"),
    GRID_VOLTAGE("V"),
    GRID_FREQUENCY("Hz"),
    OUTPUT_VOLTAGE("V"),
    OUTPUT_FREQUENCY("Hz"),
    GENERATOR_PORT_VOLTAGE("V"),
    GENERATOR_PORT_FREQUENCY("Hz"),
    GENERATOR_PORT_POWER("W"),
    INVERTER_TEMPERATURE("°C"),
    /** The hotter of the two radiators, registers 65 and 66. */
    RADIATOR_TEMPERATURE("°C"),
    PV_ENERGY_TODAY("kWh"),
    LOAD_ENERGY_TODAY("kWh");

    private final String unit;

    Quantity(String unit) {
        this.unit = unit;
    }

    public String unit() {
        return unit;
    }
}
