// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.control.alarm;

import java.util.EnumMap;
import java.util.Map;
import org.pigenny.core.control.condition.Truth;
import org.pigenny.core.model.AlarmReport.AlarmClass;
import org.pigenny.core.model.Message;

/**
 * Whether the cause of an alarm is there. A missing value neither raises nor clears.
 *
 * @param alarmClass at least that of the code; a worse one escalates
 */
public record Cause(AlarmCode code, Truth present, AlarmClass alarmClass, Message text) {
    private static final Map<AlarmCode, Cause> ABSENT = absent();

    private static Map<AlarmCode, Cause> absent() {
        Map<AlarmCode, Cause> all = new EnumMap<>(AlarmCode.class);
        for (AlarmCode code : AlarmCode.values()) {
            all.put(code, new Cause(code, Truth.NO, code.alarmClass(), Message.of("alarm." + code.code())));
        }
        return all;
    }

    public static Cause of(AlarmCode code, Truth present, Object... args) {
        Cause absent = ABSENT.get(code);
        if (present == Truth.NO && absent != null) {
            return absent;
        }
        return new Cause(code, present, code.alarmClass(), Message.of("alarm." + code.code(), args));
    }

    public static Cause of(AlarmCode code, boolean present, Object... args) {
        return of(code, Truth.of(present), args);
    }

    public Cause escalated(AlarmClass worse) {
        return new Cause(code, present, worse, text);
    }
}
