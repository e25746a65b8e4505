// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.log;

import java.util.Set;
import org.pigenny.core.api.EventFilter;
import org.pigenny.core.model.Event.Kind;
import org.pigenny.core.model.Severity;

/** What the log shows, as a person chooses it. */
enum LogFilter {
    ALL,
    GENERATOR,
    ALARMS,
    PEOPLE,
    SYSTEM;

    EventFilter filter(boolean warningsOnly) {
        return new EventFilter(kinds(), warningsOnly ? Severity.WARNING : Severity.INFO);
    }

    private Set<Kind> kinds() {
        return switch (this) {
            case ALL -> Set.of();
            case GENERATOR -> Set.of(Kind.GENERATOR, Kind.ENGINE);
            case ALARMS -> Set.of(Kind.ALARM);
            case PEOPLE -> Set.of(Kind.OPERATOR, Kind.SETTINGS);
            case SYSTEM -> Set.of(Kind.INVERTER, Kind.RELAY, Kind.DEVICE, Kind.SYSTEM);
        };
    }
}
