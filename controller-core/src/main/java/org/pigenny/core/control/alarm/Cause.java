// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.control.alarm;

import org.pigenny.core.control.condition.Truth;
import org.pigenny.core.model.AlarmReport.AlarmClass;
import org.pigenny.core.model.Message;

/**
 * Whether the cause of an alarm is there. A missing value neither raises nor clears.
 *
 * @param alarmClass at least that of the code; a worse one escalates
 */
public record Cause(AlarmCode code, Truth present, AlarmClass alarmClass, Message text) {
    public static Cause of(AlarmCode code, Truth present, Object... args) {
        return new Cause(code, present, code.alarmClass(), Message.of("alarm." + code.code(), args));
    }

    public static Cause of(AlarmCode code, boolean present, Object... args) {
        return of(code, Truth.of(present), args);
    }

    public Cause escalated(AlarmClass worse) {
        return new Cause(code, present, worse, text);
    }
}
