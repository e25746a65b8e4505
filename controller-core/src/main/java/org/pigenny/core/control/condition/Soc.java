// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.control.condition;

import java.util.OptionalDouble;
import org.pigenny.core.control.input.Inputs;
import org.pigenny.core.model.RunReason;
import org.pigenny.core.model.settings.GeneratorSettings;

/** State of charge: starts strictly below its start value, stops at or above its stop value. */
public record Soc() implements StartCondition {
    @Override
    public RunReason reason() {
        return RunReason.SOC;
    }

    @Override
    public boolean enabled(GeneratorSettings settings) {
        return settings.soc().enabled();
    }

    @Override
    public Limits limits(GeneratorSettings settings, boolean quiet) {
        return Limits.of(settings.soc(), quiet);
    }

    @Override
    public OptionalDouble value(Inputs in) {
        return in.soc();
    }

    @Override
    public Truth startMet(Inputs in, Limits limits) {
        return Truth.of(in.soc(), value -> value < limits.start());
    }

    @Override
    public Truth stopMet(Inputs in, Limits limits) {
        return Truth.of(in.soc(), value -> value >= limits.stop());
    }
}
