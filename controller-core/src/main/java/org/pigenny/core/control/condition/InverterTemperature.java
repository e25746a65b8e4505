// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.control.condition;

import java.util.OptionalDouble;
import org.pigenny.core.control.input.Inputs;
import org.pigenny.core.model.RunReason;
import org.pigenny.core.model.settings.GeneratorSettings;

/** The hotter radiator, or the inverter saying that it is too hot (E025, W013). */
record InverterTemperature() implements StartCondition {
    @Override
    public RunReason reason() {
        return RunReason.INVERTER_TEMPERATURE;
    }

    @Override
    public boolean enabled(GeneratorSettings settings) {
        return settings.inverterTemperature().enabled();
    }

    @Override
    public Limits limits(GeneratorSettings settings, boolean quiet) {
        return Limits.of(settings.inverterTemperature(), quiet);
    }

    @Override
    public OptionalDouble value(Inputs in) {
        return in.temperature();
    }

    @Override
    public Truth startMet(Inputs in, Limits limits) {
        return Truth.of(in.temperature(), value -> value >= limits.start()).or(Truth.of(in.tooHot().orElse(false)));
    }

    @Override
    public Truth stopMet(Inputs in, Limits limits) {
        return Truth.of(in.temperature(), value -> value <= limits.stop()).and(Truth.of(!in.tooHot().orElse(false)));
    }
}
