// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.control.condition;

import java.util.OptionalDouble;
import org.pigenny.core.control.input.Inputs;
import org.pigenny.core.model.RunReason;
import org.pigenny.core.model.settings.GeneratorSettings;

/** House load: starts at or above its start value, stops at or below its stop value. */
record Load() implements StartCondition {
    @Override
    public RunReason reason() {
        return RunReason.LOAD;
    }

    @Override
    public boolean enabled(GeneratorSettings settings) {
        return settings.load().enabled();
    }

    @Override
    public Limits limits(GeneratorSettings settings, boolean quiet) {
        return Limits.of(settings.load(), quiet);
    }

    @Override
    public OptionalDouble value(Inputs in) {
        return in.load();
    }

    @Override
    public Truth startMet(Inputs in, Limits limits) {
        return Truth.of(in.load(), value -> value >= limits.start());
    }

    @Override
    public Truth stopMet(Inputs in, Limits limits) {
        return Truth.of(in.load(), value -> value <= limits.stop());
    }
}
