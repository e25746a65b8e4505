// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.control.upkeep;

import java.time.Duration;
import java.util.OptionalDouble;
import org.pigenny.core.model.settings.GeneratorSettings;

/**
 * The fuel model: what was burnt since the tank was last known.
 *
 * @param burntPct of the capacity
 */
public record Tank(double burntPct) {
    public static final Tank FULL = new Tank(0);

    public static Tank at(double percent) {
        return new Tank(100 - percent);
    }

    public Tank burn(GeneratorSettings.Fuel fuel, Duration time, boolean loaded) {
        if (fuel.capacityL() <= 0) {
            return this;
        }
        double litres = (loaded ? fuel.litresPerHourLoaded() : fuel.litresPerHourIdle()) * time.toMillis() / 3.6e6;
        return litres == 0 ? this : new Tank(Math.min(100, burntPct + 100 * litres / fuel.capacityL()));
    }

    /** A measured level replaces the model; empty without either. */
    public OptionalDouble level(GeneratorSettings.Fuel fuel, OptionalDouble measured) {
        if (measured.isPresent() || fuel.capacityL() <= 0) {
            return measured;
        }
        return OptionalDouble.of(100 - burntPct);
    }
}
