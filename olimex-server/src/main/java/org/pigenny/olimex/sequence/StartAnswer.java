// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.olimex.sequence;

/** What became of a request to start. */
public sealed interface StartAnswer {
    record Accepted(long runId) implements StartAnswer {}

    record Refused(Reason reason, String text) implements StartAnswer {}

    /** Why a start is refused. */
    enum Reason {
        IN_PROGRESS, RUNNING, STOPPING, FAULT, BLIND, MAINTENANCE, CLOSING
    }
}
