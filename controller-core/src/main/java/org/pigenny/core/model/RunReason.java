// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.model;

import java.util.Locale;

/** Why a run is asked for (generator-control.md 2 and 9); the interface word is the lower-case name. */
public enum RunReason {
    NONE, MANUAL, EXERCISE, SOC, LOAD, CURRENT, VOLTAGE, INVERTER_TEMPERATURE, INVERTER_OVERLOAD, DATA_LOSS;

    private final String word = name().toLowerCase(Locale.ROOT);

    public String word() {
        return word;
    }
}
