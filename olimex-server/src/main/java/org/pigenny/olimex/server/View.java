// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.olimex.server;

import org.pigenny.olimex.sequence.SequenceReport;

/**
 * What the owner of the relays published last; read by everybody, written by nobody else.
 *
 * @param relays as last written to the board
 * @param busOk the last transaction with the board went through
 * @param charging whether a simulated charger would feed the battery
 */
record View(SequenceReport report, int relays, boolean busOk, boolean simulated, boolean charging, long atNanos) {
    /** Whether nothing differs that a subscriber is told of. */
    boolean sameAs(View other) {
        SequenceReport a = report;
        SequenceReport b = other.report;
        return relays == other.relays && busOk == other.busOk && charging == other.charging && a.phase() == b.phase()
                && a.inputs().equals(b.inputs()) && a.running() == b.running() && a.runId() == b.runId()
                && a.attempt() == b.attempt() && a.failedAttempts() == b.failedAttempts()
                && a.lastStart() == b.lastStart() && a.loaded() == b.loaded() && a.fault().equals(b.fault())
                && a.lockedOut() == b.lockedOut() && a.maintenance() == b.maintenance()
                && a.stopReason() == b.stopReason();
    }
}
