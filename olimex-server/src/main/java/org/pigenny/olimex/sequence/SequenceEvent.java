// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.olimex.sequence;

/**
 * Something that happened, for the log.
 *
 * @param nanos monotonic time
 * @param text plain words, with the reason
 */
public record SequenceEvent(long nanos, Kind kind, String text) {
    public enum Kind {
        PHASE, RELAYS, INPUTS, FAULT, START, STOP, NOTE
    }
}
