// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.control;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.pigenny.core.control.alarm.Alarm;
import org.pigenny.core.control.alarm.AlarmBook;
import org.pigenny.core.control.alarm.AlarmCode;
import org.pigenny.core.model.AlarmReport.AlarmClass;
import org.pigenny.core.model.Message;

/** Reads the alarms that {@link Saving} wrote; a damaged one is left out. */
final class RestoredAlarms {
    private RestoredAlarms() {}

    static AlarmBook read(Map<String, String> in) {
        List<Alarm> alarms = new ArrayList<>();
        for (AlarmCode code : AlarmCode.values()) {
            String key = "alarm." + code.code();
            alarm(code, in.getOrDefault(key, ""), in.getOrDefault(key + ".text", "")).ifPresent(alarms::add);
        }
        return AlarmBook.of(alarms);
    }

    private static Optional<Alarm> alarm(AlarmCode code, String text, String words) {
        String[] parts = text.split(";", -1);
        if (parts.length != 7) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Alarm(code, true, parts[0].equals("true"), parts[1].equals("true"),
                    AlarmClass.valueOf(parts[2]),
                    MessageText.read(words).orElse(Message.of("alarm." + code.code())), Instant.parse(parts[3]),
                    Instant.parse(parts[4]), Integer.parseInt(parts[5]),
                    parts[6].isEmpty() ? Optional.empty() : Optional.of(Instant.parse(parts[6])),
                    OptionalLong.empty()));
        } catch (RuntimeException damaged) {
            return Optional.empty();
        }
    }
}
