// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.olimex.sequence;

import java.util.Optional;
import java.util.OptionalLong;
import org.pigenny.olimex.protocol.Inputs;
import org.pigenny.olimex.protocol.Phase;
import org.pigenny.olimex.protocol.StartOutcome;
import org.pigenny.olimex.protocol.StopReason;

/**
 * Everything about the sequence at one instant; times in nanoseconds.
 *
 * @param phaseLeft until the phase ends by itself
 * @param relays as wanted by the sequence
 * @param running last known: a dead bus is no proof that the engine stopped
 * @param attempt number of the start under way, in the row of failed ones; 0 when none is
 * @param runFor since the engine was first seen running in this run
 * @param leaseLeft until a stop begins when nobody renews; empty for a run without a lease
 */
public record SequenceReport(Phase phase, OptionalLong phaseLeft, int relays, Inputs inputs, boolean running,
        long runId, int attempt, int failedAttempts, StartOutcome lastStart, int startStatus, long runFor,
        boolean loaded, Optional<Fault> fault, boolean lockedOut, OptionalLong leaseLeft, boolean maintenance,
        StopReason stopReason) {}
