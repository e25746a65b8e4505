// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.control.condition;

import java.time.Duration;
import java.util.OptionalDouble;
import org.pigenny.core.control.input.Inputs;
import org.pigenny.core.model.RunReason;
import org.pigenny.core.model.settings.GeneratorSettings;

/** One quantity that can ask for a run. Stateless; what lasts is in its {@link Latch}. */
public sealed interface StartCondition permits Soc, Load, Current, Voltage, InverterTemperature, InverterOverload {
    RunReason reason();

    boolean enabled(GeneratorSettings settings);

    Limits limits(GeneratorSettings settings, boolean quiet);

    /** What it looks at, for words; empty when it is unknown or no number. */
    OptionalDouble value(Inputs in);

    Truth startMet(Inputs in, Limits limits);

    Truth stopMet(Inputs in, Limits limits);

    /** Whether the value is beyond what quiet hours may hold back. */
    default Truth urgent(Inputs in, GeneratorSettings settings) {
        return Truth.NO;
    }

    default Duration urgentDelay(GeneratorSettings settings) {
        return Duration.ZERO;
    }
}
