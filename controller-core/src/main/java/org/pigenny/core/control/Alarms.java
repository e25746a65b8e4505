// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.control;

import java.util.List;
import java.util.Optional;
import org.pigenny.core.control.alarm.Alarm;
import org.pigenny.core.control.alarm.AlarmBook;
import org.pigenny.core.control.alarm.Cause;
import org.pigenny.core.model.Event;
import org.pigenny.core.model.Event.Kind;
import org.pigenny.core.model.Message;
import org.pigenny.core.model.Severity;

/** Looks at all causes after the decision, and tells what came and went. */
final class Alarms {
    private Alarms() {}

    static void look(Tick t, List<Block> blocks) {
        List<Cause> causes = Causes.of(t, blocks);
        AlarmBook before = t.alarms;
        t.alarms = before.look(causes, t.nanos(), t.now.wall());
        if (!t.alarms.equals(before)) {
            causes.forEach(cause -> tell(t, before.of(cause.code()), t.alarms.of(cause.code())));
        }
    }

    private static void tell(Tick t, Alarm before, Alarm after) {
        boolean worse = after.active() && after.alarmClass().compareTo(before.alarmClass()) > 0;
        if (after.active() && (!before.active() || worse)) {
            event(t, after, after.severity(), after.text());
        } else if (before.active() && !after.active()) {
            event(t, after, Severity.INFO, Message.of("event.alarm_over", before.text()));
        }
    }

    private static void event(Tick t, Alarm alarm, Severity severity, Message text) {
        t.events.add(new Event(t.now.wall(), Kind.ALARM, severity, text, Optional.of(alarm.code().code()),
                Tick.CORE));
    }
}
