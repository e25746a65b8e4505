// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.trends;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.pigenny.core.api.EventFilter;
import org.pigenny.core.api.History;
import org.pigenny.core.api.History.Moment;
import org.pigenny.core.api.History.Point;
import org.pigenny.core.model.Event;
import org.pigenny.core.model.RunReason;
import org.pigenny.core.model.Severity;
import org.pigenny.core.text.Phrases;
import org.pigenny.kiosk.present.Numbers;

/** What is read off the chart at a moment: what the generator did, the values as recorded then, and why things were as they were. */
record Reading(String title, String values, String why) {
    private static final EventFilter DECISIONS = new EventFilter(
            Set.of(Event.Kind.GENERATOR, Event.Kind.ENGINE, Event.Kind.OPERATOR), Severity.INFO);
    /** The charger's power is inferred over such a stretch. */
    private static final Duration AROUND = Duration.ofMinutes(1);
    private static final String DOT = " \u2022 ";

    /** What the history knows of a moment; of the chart nothing, whose points are means of hours in a year. */
    record Past(Optional<Moment> moment, Optional<Double> charger, Optional<Event> lastDecision) {
        /** Takes a while. */
        static Past fetch(History history, Instant at) {
            Optional<Moment> moment = history.moment(at);
            return new Past(moment, moment.flatMap(found -> charger(history, found.at())),
                    moment.flatMap(Moment::why).isPresent()
                            ? Optional.empty()
                            : history.events(at.plusMillis(1), 1, DECISIONS).stream().findFirst());
        }

        private static Optional<Double> charger(History history, Instant at) {
            return history.chargerPower(at, at.plus(AROUND), 1).stream().findFirst().map(Point::mean);
        }
    }

    static Reading of(Instant at, Past past, Phrases words, ZoneId zone) {
        DateTimeFormatter title = DateTimeFormatter.ofPattern("EEE d MMM yyyy, HH:mm", words.locale());
        String when = title.format(at.atZone(zone));
        return new Reading(past.moment().map(found -> when + DOT + state(found, words)).orElse(when),
                values(past, words), why(past, words, zone));
    }

    private static String state(Moment found, Phrases words) {
        String state = words.say("ui.past." + found.state().name().toLowerCase(Locale.ROOT));
        return found.reason() == RunReason.NONE
                ? state
                : state + ", " + words.say("ui.reason." + found.reason().word());
    }

    private static String values(Past past, Phrases words) {
        Numbers numbers = new Numbers(words.locale());
        List<String> parts = new ArrayList<>();
        for (Line line : Line.values()) {
            value(past, line).ifPresent(value -> {
                String number = line == Line.VOLTAGE ? numbers.oneDecimal(value) : numbers.whole(value);
                parts.add(words.say("ui.line." + line.word()) + " " + number + " " + line.quantity.unit());
            });
        }
        return parts.isEmpty() ? words.say("ui.trends.no_values") : String.join(DOT, parts);
    }

    private static Optional<Double> value(Past past, Line line) {
        return line == Line.CHARGER
                ? past.charger()
                : past.moment().flatMap(found -> Optional.ofNullable(found.values().get(line.quantity)));
    }

    private static String why(Past past, Phrases words, ZoneId zone) {
        return past.moment()
                .flatMap(Moment::why)
                .map(why -> words.say(why.sentence()))
                .or(() -> past.lastDecision()
                        .map(event -> DateTimeFormatter.ofPattern("d MMM HH:mm", words.locale())
                                .format(event.at().atZone(zone)) + " " + words.say(event.text())))
                .orElseGet(() -> words.say("ui.trends.no_why"));
    }
}
