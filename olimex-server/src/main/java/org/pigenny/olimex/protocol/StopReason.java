// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.olimex.protocol;

/** Why the last run ended, or is ending. The wire word is the name. */
public enum StopReason {
    NONE,
    COMMAND,
    LEASE,
    MAX_RUN,
    STALLED,
    FAILED_START,
    FAULT,
    EMERGENCY_STOP,
    /** The service was asked to end. */
    SHUTDOWN
}
