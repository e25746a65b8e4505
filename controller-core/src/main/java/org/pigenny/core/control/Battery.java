// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.control;

import java.util.List;
import java.util.OptionalDouble;
import org.pigenny.core.control.condition.Finding;
import org.pigenny.core.control.condition.Truth;
import org.pigenny.core.control.input.Inputs;
import org.pigenny.core.model.GeneratorState;
import org.pigenny.core.model.RunReason;

/** What the battery says that a person should know. */
final class Battery {
    /** Below this an LFP battery is nearly empty at rest, 3.0 V a cell, V. */
    private static final double EMPTY_VOLTS = 48.0;
    private static final double NOT_EMPTY_SOC = 30;
    /** Above this it is far from empty at rest, V. */
    private static final double FULL_VOLTS = 53.0;
    private static final double EMPTY_SOC = 10;
    private static final double OHMS = 0.008;

    private Battery() {}

    /** SOC is below its start value and nothing can start: the house may go dark. */
    static Truth lowAndBlocked(Tick t, List<Block> blocks) {
        boolean off = t.state != GeneratorState.STARTING && t.state != GeneratorState.RUNNING;
        if (!off || !forbidden(blocks)) {
            return Truth.NO;
        }
        return t.finding(RunReason.SOC)
                .map(Finding::start)
                .orElse(Truth.of(t.in.soc(), value -> value < t.settings.soc().start()));
    }

    private static boolean forbidden(List<Block> blocks) {
        for (Block block : blocks) {
            if (block.scope() != Block.Scope.CONDITIONS && block.kind() != Block.Kind.FINISHING) {
                return true;
            }
        }
        return false;
    }

    /** SOC and resting voltage cannot both be right. */
    static Truth disagree(Inputs in) {
        if (in.soc().isEmpty() || in.volts().isEmpty() || in.dischargeAmps().isEmpty()) {
            return Truth.UNKNOWN;
        }
        OptionalDouble soc = in.soc();
        double atRest = in.volts().getAsDouble() + OHMS * in.dischargeAmps().getAsDouble();
        boolean tooHigh = soc.getAsDouble() >= NOT_EMPTY_SOC && atRest <= EMPTY_VOLTS;
        boolean tooLow = soc.getAsDouble() <= EMPTY_SOC && atRest >= FULL_VOLTS;
        return Truth.of(tooHigh || tooLow);
    }
}
