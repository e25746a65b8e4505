// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.app.simulate;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The columns a script may have; the word is the lower-case name. */
enum Column {
    T_S,
    SOC_PCT,
    VBAT_V,
    PV1_W,
    PV2_W,
    LOAD_W,
    CHARGE_W,
    DISCHARGE_W,
    CURRENT_A,
    INVERTER,
    EXTERNAL_AC,
    OVERLOAD,
    TEMPERATURE_C,
    RELAY_SERVER,
    ENGINE,
    FUEL_PCT,
    COMMAND,
    AUTOSTART,
    CLOCK;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Column> of(String word) {
        return Arrays.stream(values())
                .filter(column -> column.word().equals(word.toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    static String all() {
        return Arrays.stream(values()).map(Column::word).collect(Collectors.joining(", "));
    }
}
