// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.settings;

import java.util.List;

/** One setting as the screen offers it. */
record Item(String key, Kind kind) {
    /** How it is changed by a finger. */
    sealed interface Kind {
        /**
         * A number between two keys. The core has the last word on what is allowed.
         *
         * @param factor what one shown unit is in the setting's own, such as 60 for minutes of a setting in seconds
         * @param unit as shown
         */
        record Amount(double least, double most, double step, double factor, String unit) implements Kind {}

        record Flag() implements Kind {}

        /** A time of day, in quarters of an hour. */
        record Clock() implements Kind {}

        record Choice(List<String> options) implements Kind {
            public Choice {
                options = List.copyOf(options);
            }
        }

        record Zone() implements Kind {}
    }

    static Item number(String key, double least, double most, double step, String unit) {
        return new Item(key, new Kind.Amount(least, most, step, 1, unit));
    }

    static Item minutes(String key, double least, double most, double step) {
        return new Item(key, new Kind.Amount(least, most, step, 60, "min"));
    }

    static Item hours(String key, double least, double most, double step) {
        return new Item(key, new Kind.Amount(least, most, step, 3600, "h"));
    }

    static Item flag(String key) {
        return new Item(key, new Kind.Flag());
    }

    static Item clock(String key) {
        return new Item(key, new Kind.Clock());
    }

    static Item choice(String key, String... options) {
        return new Item(key, new Kind.Choice(List.of(options)));
    }
}
