// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.alarms;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.pigenny.core.api.History.PastAlarm;
import org.pigenny.core.model.AlarmReport;
import org.pigenny.core.model.Message;
import org.pigenny.core.model.Severity;
import org.pigenny.kiosk.alarms.AlarmsPageState.Open;
import org.pigenny.kiosk.control.AlarmBanner.Alarm;
import org.pigenny.kiosk.control.Tone;
import org.pigenny.kiosk.present.Now;

/** Makes the alarms page. Words first, the code after them. */
final class AlarmsViewModel {
    private AlarmsViewModel() {}

    static AlarmsPageState of(Now now) {
        return new AlarmsPageState(now.core().control().alarms().stream().map(alarm -> open(now, alarm)).toList());
    }

    private static Open open(Now now, AlarmReport alarm) {
        boolean seen = switch (alarm.state()) {
            case ACKNOWLEDGED, SHELVED -> true;
            case UNACKNOWLEDGED, RETURNED_UNACKNOWLEDGED, LATCHED -> false;
        };
        Alarm words = new Alarm(alarm.code(), now.words().say(alarm.text()), times(now, alarm),
                now.words().say(alarm.remedy()), seen ? Tone.CALM : tone(alarm.severity()));
        return new Open(words, !seen, alarm.state() != AlarmReport.State.SHELVED);
    }

    private static String times(Now now, AlarmReport alarm) {
        List<String> parts = new ArrayList<>();
        parts.add(alarm.code());
        parts.add(now.words().say("ui.alarm.state." + alarm.state().name().toLowerCase(java.util.Locale.ROOT)));
        parts.add(alarm.count() > 1
                ? now.words()
                        .say(Message.of("ui.alarm.times", alarm.count(), when(now, alarm.first()),
                                when(now, alarm.last())))
                : now.words().say(Message.of("ui.alarm.once", when(now, alarm.first()))));
        alarm.shelvedUntil().ifPresent(at -> parts.add(now.words().say(Message.of("ui.alarm.until", when(now, at)))));
        return String.join(" \u2022 ", parts);
    }

    /** A past alarm as a row: when, what, until when. */
    static List<String> past(Now now, PastAlarm alarm) {
        String end = alarm.resolved()
                .map(at -> now.words().say(Message.of("ui.alarm.over", when(now, at))))
                .orElseGet(() -> now.words().say("ui.alarm.still"));
        return List.of(when(now, alarm.raised()), now.words().say(alarm.text()) + " " + alarm.code(), end);
    }

    static Tone tone(Severity severity) {
        return severity.compareTo(Severity.MAJOR) >= 0 ? Tone.CRIT : Tone.WARN;
    }

    private static String when(Now now, Instant at) {
        boolean today = at.atZone(now.core().zone())
                .toLocalDate()
                .equals(now.wall().atZone(now.core().zone()).toLocalDate());
        return today
                ? now.clock(at)
                : DateTimeFormatter.ofPattern("d MMM HH:mm", now.words().locale()).format(at.atZone(now.core().zone()));
    }
}
