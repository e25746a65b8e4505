// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.control.condition;

import java.util.OptionalDouble;
import org.pigenny.core.control.input.Inputs;
import org.pigenny.core.model.RunReason;
import org.pigenny.core.model.settings.GeneratorSettings;

/** The inverter reports overload (W028): starts while it does, stops when it no longer does. */
record InverterOverload() implements StartCondition {
    @Override
    public RunReason reason() {
        return RunReason.INVERTER_OVERLOAD;
    }

    @Override
    public boolean enabled(GeneratorSettings settings) {
        return settings.overload().enabled();
    }

    @Override
    public Limits limits(GeneratorSettings settings, boolean quiet) {
        return new Limits(1, 0, settings.overload().startDelay(), settings.overload().stopDelay(), false);
    }

    @Override
    public OptionalDouble value(Inputs in) {
        return OptionalDouble.empty();
    }

    @Override
    public Truth startMet(Inputs in, Limits limits) {
        return in.overload().map(Truth::of).orElse(Truth.UNKNOWN);
    }

    @Override
    public Truth stopMet(Inputs in, Limits limits) {
        return in.overload().map(overload -> Truth.of(!overload)).orElse(Truth.UNKNOWN);
    }
}
