// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.control.condition;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.pigenny.core.control.input.Inputs;
import org.pigenny.core.model.RunReason;
import org.pigenny.core.model.settings.GeneratorSettings;
import org.pigenny.core.model.settings.GeneratorSettings.DataLoss.Policy;

/**
 * What one enabled condition found at this tick. Both the decision and its explanation read nothing else.
 *
 * @param value looked at, when it is a number and known
 * @param lost the policy in force because data have been missing for too long
 */
public record Finding(StartCondition condition, Limits limits, OptionalDouble value, Truth start, Truth urgent,
        Truth stop, Latch latch, Optional<Policy> lost, long now) {

    /** Looks at one condition and moves its latch. */
    public static Finding look(StartCondition condition, Latch before, Inputs in, GeneratorSettings settings,
            boolean quiet, long now) {
        Limits limits = condition.limits(settings, quiet);
        Truth start = condition.startMet(in, limits);
        Truth urgent = condition.urgent(in, settings);
        Truth stop = condition.stopMet(in, limits);
        Latch latch = before.look(now, start, urgent, stop, limits, condition.urgentDelay(settings));
        boolean lost = Latch.held(latch.unknownSince(), settings.dataLoss().after(), now);
        return new Finding(condition, limits, condition.value(in), start, urgent, stop, latch,
                lost ? Optional.of(settings.dataLoss().policy()) : Optional.empty(), now);
    }

    public RunReason reason() {
        return condition.reason();
    }

    public boolean known() {
        return start != Truth.UNKNOWN;
    }

    /** Asks for the run to go on. */
    public boolean keeps() {
        return latch.set() && lost.filter(policy -> policy == Policy.STOP).isEmpty();
    }

    /** Asks for a new run: what is unknown never does. */
    public boolean starts() {
        return latch.set() && known();
    }

    /** Asks for a run because its data are lost. */
    public boolean startsBlind() {
        return lost.filter(policy -> policy == Policy.START).isPresent();
    }

    /** The stop value has held for its delay, or lost data count as a stop. */
    public boolean stopDone() {
        return Latch.held(latch.stopSince(), limits.stopDelay(), now)
                || lost.filter(policy -> policy == Policy.STOP).isPresent();
    }

    /** Time until the start delay has passed, while it counts. */
    public Optional<Duration> startIn() {
        return latch.set() ? Optional.empty() : left(latch.startSince(), limits.startDelay());
    }

    /** Time until the stop delay has passed, while it counts. */
    public Optional<Duration> stopIn() {
        return latch.set() ? left(latch.stopSince(), limits.stopDelay()) : Optional.empty();
    }

    public Finding cleared() {
        return with(latch.cleared());
    }

    /** As of a run that was taken over. */
    public Finding closed() {
        return with(latch.closed());
    }

    private Finding with(Latch other) {
        return new Finding(condition, limits, value, start, urgent, stop, other, lost, now);
    }

    private Optional<Duration> left(OptionalLong since, Duration delay) {
        return since.isEmpty()
                ? Optional.empty()
                : Optional.of(delay.minusNanos(Math.min(now - since.getAsLong(), delay.toNanos())));
    }
}
