// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.present;

import org.pigenny.core.model.Event;
import org.pigenny.kiosk.control.Tone;

/** One event as a line. */
public record LogLine(String time, String text, Tone tone) {
    public static LogLine of(Now now, Event event) {
        return new LogLine(now.clock(event.at()), now.words().say(event.text()), tone(event));
    }

    public static Tone tone(Event event) {
        return switch (event.severity()) {
            case INFO -> Tone.CALM;
            case WARNING, MINOR -> Tone.WARN;
            case MAJOR, CRITICAL -> Tone.CRIT;
        };
    }
}
