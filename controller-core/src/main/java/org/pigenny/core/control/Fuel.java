// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.control;

import java.util.OptionalDouble;
import org.pigenny.core.model.settings.GeneratorSettings;

/** What the level of the tank permits. */
final class Fuel {
    /** Worth a warning, whatever the limits are, %. */
    private static final double LOW_PCT = 20;

    private Fuel() {}

    /** No start, manual or not: it is forbidden, or would be stopped at once. */
    static boolean locked(OptionalDouble level, GeneratorSettings settings) {
        return atOrBelow(level, lock(settings));
    }

    static double lock(GeneratorSettings settings) {
        return Math.max(settings.fuel().preventStartBelowPct(), settings.fuel().stopAtPct());
    }

    static boolean stops(OptionalDouble level, GeneratorSettings settings) {
        return atOrBelow(level, settings.fuel().stopAtPct());
    }

    static boolean low(OptionalDouble level, GeneratorSettings settings) {
        return atOrBelow(level, Math.max(LOW_PCT, lock(settings)));
    }

    private static boolean atOrBelow(OptionalDouble level, double limit) {
        return level.isPresent() && level.getAsDouble() <= limit;
    }
}
