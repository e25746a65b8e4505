// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.olimex.protocol;

import java.util.Optional;

/**
 * The keys of STATUS in their order. The first nine are those that existing clients read, and never change; the wire word is
 * the name. {@value #NOTHING} stands for a value that there is none of.
 */
public enum StatusKey {
    INPUTS(true),
    RELAYS(true),
    RUNNING(true),
    START_IN_PROGRESS(true),
    I2C(true),
    THREADS(false),
    UPTIME(
            false),
    MEMORY(false),
    DISK(false),
    /** Word of the {@link Phase}. */
    PHASE(true),
    /** Seconds with one decimal until the phase ends by itself. */
    PHASE_LEFT(false),
    /** Tri-state: running, stopped or unknown. */
    ENGINE(true),
    /** Number of the start under way in the row of failed ones; 0 when none is. */
    ATTEMPT(true),
    FAILED_ATTEMPTS(true),
    RUN_ID(true),
    /** Name of the {@link StartOutcome}. */
    LAST_START(true),
    /** Whole seconds since the engine was first seen running in this run. */
    RUN_SECONDS(false),
    /** YES when the cooldown is owed. */
    LOADED(true),
    /** Name of the {@link FaultCode}, or NONE. */
    FAULT(true),
    FAULT_TEXT(false),
    LOCKED_OUT(true),
    /** Seconds with one decimal until a stop begins. */
    LEASE_LEFT(false),
    MAINTENANCE(true),
    /** Name of the {@link StopReason}. */
    STOP_REASON(true),
    /** Seconds since this server process started: it falls when the server was restarted. */
    SERVER_SECONDS(false),
    VERSION(false),
    /** Only on a simulated board: YES while the charger would feed the battery. */
    CHARGING(true),
    /** Names this server process; another value is another process, however young both are. No meaning beyond that. */
    PROCESS(false);

    /** Stands for a value that there is none of. */
    public static final String NOTHING = "-";
    /** Ends a STATUS answer. */
    public static final String END = "END";

    private final boolean pushed;

    StatusKey(boolean pushed) {
        this.pushed = pushed;
    }

    /** Whether a change of this value alone is pushed to subscribers. */
    public boolean pushed() {
        return pushed;
    }

    public static Optional<StatusKey> of(String name) {
        for (StatusKey key : values()) {
            if (key.name().equals(name)) {
                return Optional.of(key);
            }
        }
        return Optional.empty();
    }
}
