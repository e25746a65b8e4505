// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.model;

import java.time.Instant;
import java.util.Optional;

/**
 * Something worth a line in the log on the screen.
 *
 * @param code of the alarm it belongs to, when there is one
 */
public record Event(Instant at, Kind kind, Severity severity, Message text, Optional<String> code, Origin origin) {
    public enum Kind {
        GENERATOR,
        ENGINE,
        INVERTER,
        RELAY,
        ALARM,
        OPERATOR,
        SETTINGS,
        SYSTEM,
        /** A device of the site other than inverter and relay server. */
        DEVICE
    }
}
