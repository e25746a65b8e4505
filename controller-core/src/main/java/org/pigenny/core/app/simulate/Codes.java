// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.app.simulate;

import java.util.List;
import org.pigenny.core.model.AlarmReport;
import org.pigenny.core.model.AlarmReport.State;

/** The codes of alarms that are active or latched, in their own order. */
final class Codes {
    private Codes() {}

    static List<String> raised(List<AlarmReport> alarms) {
        return alarms.stream()
                .filter(alarm -> alarm.state() != State.RETURNED_UNACKNOWLEDGED)
                .map(AlarmReport::code)
                .sorted()
                .distinct()
                .toList();
    }
}
