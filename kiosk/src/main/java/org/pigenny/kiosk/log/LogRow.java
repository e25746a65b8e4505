// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.log;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.pigenny.core.api.History;
import org.pigenny.core.model.Event;
import org.pigenny.core.model.Origin;
import org.pigenny.core.text.Phrases;
import org.pigenny.kiosk.control.Tone;
import org.pigenny.kiosk.present.LogLine;
import org.pigenny.kiosk.present.Story;

/**
 * One event, or a run as a story, as the log shows it.
 *
 * @param tag the alarm's code, and who asked when it was a person
 */
record LogRow(String day, String time, String text, String tag, Tone tone) {
    /** A run as a story takes the whole row. */
    static LogRow of(History.Run run, Phrases words, ZoneId zone) {
        return new LogRow("", "", Story.day(run, words, zone) + ", " + Story.of(run, words, zone), "", Tone.CALM);
    }

    static LogRow of(Event event, Phrases words, ZoneId zone) {
        String code = event.code().orElse("");
        String who = event.origin().equals(Origin.CORE) ? "" : event.origin().name();
        return new LogRow(DateTimeFormatter.ofPattern("d MMM", words.locale()).format(event.at().atZone(zone)),
                DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT).format(event.at().atZone(zone)),
                words.say(event.text()), (code + " " + who).strip(), LogLine.tone(event));
    }
}
