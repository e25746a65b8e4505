// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.olimex.protocol;

/** What the server may find wrong. The wire word is the name. */
public enum FaultCode {
    /** The emergency stop was pressed. */
    EMERGENCY_STOP(true),
    /** START is off but IN4 says that the starter is engaged. */
    WELDED_STARTER(true),
    /** IGN is off but IN1 says that the engine runs: it will not stop, or somebody runs it by hand. */
    WONT_STOP(true),
    /** The relay board does not answer. */
    I2C(true),
    /** Too many failed starts in a row. */
    LOCKED_OUT(true),
    /** The program found itself where it never should be, and let everything go. */
    INTERNAL(true),
    /** The engine stopped by itself. */
    STALLED(false),
    /** START is on but IN4 says that the starter did not engage. */
    NO_ENGAGE(false),
    /** IGN is on but IN2 says that ignition is not live. */
    IGNITION(false),
    /** The engine was cranked and did not run by itself. */
    NO_START(false),
    /** No client renewed the lease. */
    LEASE(false),
    /** The run without a lease reached {@code max_run_s}. */
    MAX_RUN(false);

    private final boolean latched;

    FaultCode(boolean latched) {
        this.latched = latched;
    }

    /** Bars every start until a reset with the cause gone; the others are shown until the next start or reset. */
    public boolean latched() {
        return latched;
    }
}
