// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.trends;

import org.pigenny.core.model.Quantity;

/** The lines of the chart. Each has its colour and its pattern, because colour alone says nothing. */
enum Line {
    SOC(Quantity.SOC, "-good", 3, 0),
    SOLAR(Quantity.PV_POWER, "-solar", 2, 0),
    LOAD(Quantity.LOAD_POWER, "-fg-quiet", 2, 4),
    CHARGER(Quantity.CHARGE_POWER, "-charger", 2, 9),
    VOLTAGE(Quantity.BATTERY_VOLTAGE, "-voltage", 1.6, 6);

    final Quantity quantity;
    final String color;
    final double width;
    /** Length of a dash, px; 0 draws a whole line. */
    final double dash;

    Line(Quantity quantity, String color, double width, double dash) {
        this.quantity = quantity;
        this.color = color;
        this.width = width;
        this.dash = dash;
    }

    String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    boolean power() {
        return this == SOLAR || this == LOAD || this == CHARGER;
    }
}
