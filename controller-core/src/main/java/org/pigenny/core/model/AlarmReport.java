// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.model;

import java.time.Instant;
import java.util.Optional;

/**
 * One alarm that is not normal.
 *
 * @param code stable, such as G-101
 * @param text one plain sentence
 * @param remedy what to do
 */
public record AlarmReport(String code, AlarmClass alarmClass, State state, Severity severity, Message text,
        Message remedy,
        Instant first, Instant last, int count, Optional<Instant> shelvedUntil) {
    public enum AlarmClass {
        /** Clears itself. */
        WARNING,
        /** Unload, cool down, stop; latched. */
        ELECTRICAL_TRIP,
        /** Stop now; latched. */
        SHUTDOWN
    }

    /** After ISA-18.2; normal alarms are not reported. */
    public enum State {
        UNACKNOWLEDGED, ACKNOWLEDGED, RETURNED_UNACKNOWLEDGED, LATCHED, SHELVED
    }
}
