// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the control loop decided at its last tick.
 *
 * @param state of the controller
 * @param reason of the run asked for, from STARTING to its end
 * @param why in words, from the predicates that decided
 * @param next what happens next, in words
 * @param autostart whether automatic starts are enabled
 * @param startPermit whether a manual start would be accepted now
 * @param resetPermit whether a reset would be accepted now; empty when there is nothing to reset
 * @param attempt number of the crank attempt, 0 when none is under way
 * @param maxAttempts allowed in a row
 * @param runStarted when this run was asked for
 * @param holdUntil end of a hold on automatic starts (manual stop, rest after a limit), when one is on
 * @param limitAt when the run limit ends this run
 * @param manualUntil when a timed manual run ends
 * @param serviceSince when service mode was switched on
 * @param alarms all that are not normal, worst first
 * @param upkeep counters, fuel, service and the next exercise
 * @param tickMicros time the tick took, µs
 * @param takenAtNanos monotonic time of the tick
 */
public record ControlReport(GeneratorState state, RunReason reason, Why why, Optional<Message> next, boolean autostart,
        Outcome startPermit, Optional<Outcome> resetPermit, int attempt, int maxAttempts, Optional<Instant> runStarted,
        Optional<Instant> holdUntil, Optional<Instant> limitAt, Optional<Instant> manualUntil,
        Optional<Instant> serviceSince, ChargeProof proof, Forecast forecast, List<AlarmReport> alarms, Upkeep upkeep,
        long tickMicros, long takenAtNanos) {
    public ControlReport {
        alarms = List.copyOf(alarms);
    }

    /** The same with the time its tick took, which the pure decision cannot know. */
    public ControlReport took(long micros) {
        return new ControlReport(state, reason, why, next, autostart, startPermit, resetPermit, attempt, maxAttempts,
                runStarted, holdUntil, limitAt, manualUntil, serviceSince, proof, forecast, alarms, upkeep, micros,
                takenAtNanos);
    }

    /** The same with other alarms, worst first. */
    public ControlReport withAlarms(List<AlarmReport> others) {
        return new ControlReport(state, reason, why, next, autostart, startPermit, resetPermit, attempt, maxAttempts,
                runStarted, holdUntil, limitAt, manualUntil, serviceSince, proof, forecast, others, upkeep, tickMicros,
                takenAtNanos);
    }

    /** Without anything to say about upkeep. */
    public ControlReport(GeneratorState state, RunReason reason, Why why, Optional<Message> next, boolean autostart,
            Outcome startPermit, Optional<Outcome> resetPermit, int attempt, int maxAttempts,
            Optional<Instant> runStarted, Optional<Instant> holdUntil, Optional<Instant> limitAt,
            Optional<Instant> manualUntil, Optional<Instant> serviceSince, ChargeProof proof, Forecast forecast,
            List<AlarmReport> alarms, long tickMicros, long takenAtNanos) {
        this(state, reason, why, next, autostart, startPermit, resetPermit, attempt, maxAttempts, runStarted, holdUntil,
                limitAt, manualUntil, serviceSince, proof, forecast, alarms, Upkeep.NONE, tickMicros, takenAtNanos);
    }

    /** Before the first tick. */
    public static ControlReport none(long nowNanos) {
        return new ControlReport(GeneratorState.UNKNOWN, RunReason.NONE, Why.NOTHING_YET, Optional.empty(), false,
                new Outcome.Refused(Message.of("refused.not_ready")), Optional.empty(), 0, 0, Optional.empty(),
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), ChargeProof.NONE,
                new Forecast.None(Message.of("forecast.none_yet")), List.of(), 0, nowNanos);
    }
}
