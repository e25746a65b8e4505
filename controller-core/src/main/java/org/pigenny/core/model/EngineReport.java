// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.model;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What the relay server said last.
 *
 * @param phase of the sequence
 * @param phaseLeft time left in the phase, when it has an end
 * @param relays bits as read back (0x01 START, 0x02 CHARGER, 0x04 GLOW, 0x08 IGN)
 * @param inputs bits (0x01 running, 0x02 ignition live, 0x08 starter engaged); empty when unreadable
 * @param running tri-state: empty when the inputs are unreadable
 * @param runId of the current or last run, 0 before the first; every accepted start gets a new one
 * @param attempt crank attempts in this run so far
 * @param failedAttempts failed attempts in a row, as the server counts them
 * @param lastStart how the last start request ended
 * @param runFor time since the engine was first seen running in this run
 * @param loaded whether the charger has been on in this run (the cooldown is owed)
 * @param fault code and words of the server's fault, when there is one
 * @param lockedOut the server refuses starts until a reset
 * @param leaseLeft of this client's lease, when it holds one
 * @param bus state of the I2C bus: OK, SIMULATED or ERROR
 * @param health of the board, for the hourly line and the screen
 * @param takenAtNanos monotonic time of this report
 */
public record EngineReport(EnginePhase phase, Optional<Duration> phaseLeft, int relays, OptionalInt inputs,
        Optional<Boolean> running, long runId, int attempt, int failedAttempts, StartOutcome lastStart, Duration runFor,
        boolean loaded, Optional<Fault> fault, boolean lockedOut, Optional<Duration> leaseLeft, Bus bus,
        BoardHealth health, long takenAtNanos) {
    public static final int START = 0x01;
    public static final int CHARGER = 0x02;
    public static final int GLOW = 0x04;
    public static final int IGN = 0x08;

    public enum StartOutcome {
        NONE, PENDING, RUNNING, FAILED, PREEMPTED
    }

    public enum Bus {
        OK, SIMULATED, ERROR
    }

    /** The server's own fault code (docs/protocol) and its text. */
    public record Fault(String code, String text) {}

    /** The board's words, as in STATUS. */
    public record BoardHealth(String version, int threads, String uptime, String memory, String disk) {}

    public boolean on(int relay) {
        return (relays & relay) != 0;
    }
}
