// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.control;

import java.util.OptionalDouble;
import org.pigenny.core.model.PlantSnapshot;
import org.pigenny.core.model.settings.GeneratorSettings;

/** What the level of the tank permits. A measured level replaces the model. */
final class Fuel {
    private Fuel() {}

    static OptionalDouble level(PlantSnapshot now, GeneratorSettings settings) {
        return now.fuelPct();
    }

    /** No start, manual or not: it would be stopped at once, or is forbidden. */
    static boolean locked(PlantSnapshot now, GeneratorSettings settings) {
        OptionalDouble level = level(now, settings);
        return level.isPresent() && level.getAsDouble() <= Math.max(settings.fuel().preventStartBelowPct(),
                settings.fuel().stopAtPct());
    }

    static boolean stops(PlantSnapshot now, GeneratorSettings settings) {
        OptionalDouble level = level(now, settings);
        return level.isPresent() && level.getAsDouble() <= settings.fuel().stopAtPct();
    }
}
