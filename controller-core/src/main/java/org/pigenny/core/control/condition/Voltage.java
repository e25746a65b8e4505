// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.control.condition;

import java.time.Duration;
import java.util.OptionalDouble;
import org.pigenny.core.control.input.Inputs;
import org.pigenny.core.model.RunReason;
import org.pigenny.core.model.settings.GeneratorSettings;

/** Battery voltage: starts at or below its start value, stops at or above its stop value. The emergency voltage overrides quiet hours. */
record Voltage() implements StartCondition {
    @Override
    public RunReason reason() {
        return RunReason.VOLTAGE;
    }

    @Override
    public boolean enabled(GeneratorSettings settings) {
        return settings.voltage().enabled();
    }

    @Override
    public Limits limits(GeneratorSettings settings, boolean quiet) {
        return Limits.of(settings.voltage(), quiet);
    }

    @Override
    public OptionalDouble value(Inputs in) {
        return in.volts();
    }

    @Override
    public Truth startMet(Inputs in, Limits limits) {
        return Truth.of(in.volts(), value -> value <= limits.start());
    }

    @Override
    public Truth stopMet(Inputs in, Limits limits) {
        return Truth.of(in.volts(), value -> value >= limits.stop());
    }

    @Override
    public Truth urgent(Inputs in, GeneratorSettings settings) {
        return Truth.of(in.volts(), value -> value <= settings.emergency().volts());
    }

    @Override
    public Duration urgentDelay(GeneratorSettings settings) {
        return settings.emergency().delay();
    }
}
