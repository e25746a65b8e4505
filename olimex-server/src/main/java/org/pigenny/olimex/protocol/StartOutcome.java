// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.olimex.protocol;

/** How the last start request has ended. The wire word is the name. */
public enum StartOutcome {
    NONE,
    PENDING,
    /** The engine carries the charger. */
    RUNNING,
    FAILED,
    /** A stop came first: no failure. */
    PREEMPTED
}
