// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.config;

import java.util.List;

/** Short hands for the tables of keys. */
final class Keys {
    /** Ten years: longer durations are a slip of the pen. */
    static final double LONGEST_S = 315_360_000;

    private Keys() {}

    static Key flag(String name, boolean fallback) {
        return new Key(name, new Kind.Flag(), Boolean.toString(fallback), "");
    }

    static Key seconds(String name, double fallback) {
        return seconds(name, fallback, 0, LONGEST_S);
    }

    static Key seconds(String name, double fallback, double min, double max) {
        return number(name, fallback, "s", min, max);
    }

    static Key number(String name, double fallback, String unit, double min, double max) {
        return new Key(name, new Kind.Decimal(min, max, false), Kind.Decimal.plain(fallback), unit);
    }

    static Key whole(String name, int fallback, String unit, int min, int max) {
        return new Key(name, new Kind.Decimal(min, max, true), Integer.toString(fallback), unit);
    }

    static Key choice(String name, String fallback, String... words) {
        return new Key(name, new Kind.Choice(List.of(words)), fallback, "");
    }

    static Key text(String name, String fallback) {
        return new Key(name, new Kind.Text(true), fallback, "");
    }
}
