// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.control.condition;

import java.util.OptionalDouble;
import org.pigenny.core.control.input.Inputs;
import org.pigenny.core.model.RunReason;
import org.pigenny.core.model.settings.GeneratorSettings;

/** Net battery discharge: starts at or above its start value, stops at or below its stop value. */
record Current() implements StartCondition {
    @Override
    public RunReason reason() {
        return RunReason.CURRENT;
    }

    @Override
    public boolean enabled(GeneratorSettings settings) {
        return settings.current().enabled();
    }

    @Override
    public Limits limits(GeneratorSettings settings, boolean quiet) {
        return Limits.of(settings.current(), quiet);
    }

    @Override
    public OptionalDouble value(Inputs in) {
        return in.dischargeAmps();
    }

    @Override
    public Truth startMet(Inputs in, Limits limits) {
        return Truth.of(in.dischargeAmps(), value -> value >= limits.start());
    }

    @Override
    public Truth stopMet(Inputs in, Limits limits) {
        return Truth.of(in.dischargeAmps(), value -> value <= limits.stop());
    }
}
