// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.log;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.pigenny.core.model.Event;
import org.pigenny.core.model.Origin;
import org.pigenny.core.text.Phrases;
import org.pigenny.kiosk.control.Tone;
import org.pigenny.kiosk.present.LogLine;

/**
 * One event as the log shows it.
 *
 * @param tag the alarm's code, and who asked when it was a person
 */
record LogRow(String day, String time, String text, String tag, Tone tone) {
    static LogRow of(Event event, Phrases words, ZoneId zone) {
        String code = event.code().orElse("");
        String who = event.origin().equals(Origin.CORE) ? "" : event.origin().name();
        return new LogRow(DateTimeFormatter.ofPattern("d MMM", words.locale()).format(event.at().atZone(zone)),
                DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT).format(event.at().atZone(zone)),
                words.say(event.text()), (code + " " + who).strip(), LogLine.tone(event));
    }
}
