// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.present;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.pigenny.core.api.History.Run;
import org.pigenny.core.model.Message;
import org.pigenny.core.text.Phrases;

/** A run told as a story: "21:40 SOC 39 % → started, fired after 3 s, … stopped 02:31 at 80 %". */
public final class Story {
    private Story() {}

    /** The day on which it was asked for. */
    public static String day(Run run, Phrases words, ZoneId zone) {
        return DateTimeFormatter.ofPattern("EEE d MMM", words.locale()).format(run.asked().atZone(zone));
    }

    public static String of(Run run, Phrases words, ZoneId zone) {
        Numbers numbers = new Numbers(words.locale());
        List<String> parts = new ArrayList<>();
        String soc = run.socFrom().isPresent() ? "SOC " + numbers.whole(run.socFrom().getAsDouble()) + " % " : "";
        parts.add(clock(run.asked(), zone) + " " + soc + "\u2192 " + words.say("ui.reason." + run.trigger().word()));
        parts.add(run.fired()
                .map(at -> words.say(Message.of("ui.story.fired", between(run.asked(), at))))
                .orElseGet(() -> words.say(Message.of("ui.story.never_fired", run.attempts()))));
        run.proven().ifPresent(at -> parts.add(words.say(Message.of("ui.story.proven", between(run.asked(), at)))));
        run.stopped()
                .ifPresentOrElse(at -> parts.add(stopped(run, at, words, zone, numbers)),
                        () -> parts.add(words.say("ui.story.running")));
        if (run.energyWh() > 0) {
            parts.add(numbers.oneDecimal(run.energyWh() / 1000) + " kWh");
        }
        return String.join(", ", parts);
    }

    private static String stopped(Run run, Instant at, Phrases words, ZoneId zone, Numbers numbers) {
        String end = run.socTo().isPresent()
                ? words.say(
                        Message.of("ui.story.stopped_at", clock(at, zone), numbers.whole(run.socTo().getAsDouble())))
                : words.say(Message.of("ui.story.stopped", clock(at, zone)));
        return run.stopReason().map(why -> end + " (" + bare(words.say(why)) + ")").orElse(end);
    }

    /** Inside brackets a sentence ends without its full stop. */
    private static String bare(String sentence) {
        return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
    }

    private static Duration between(Instant from, Instant to) {
        Duration time = Duration.between(from, to);
        return time.isNegative() ? Duration.ZERO : time;
    }

    private static String clock(Instant at, ZoneId zone) {
        return DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT).format(at.atZone(zone));
    }
}
