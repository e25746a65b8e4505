// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.trends;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.pigenny.core.api.EventFilter;
import org.pigenny.core.api.History;
import org.pigenny.core.api.History.Moment;
import org.pigenny.core.api.History.Point;
import org.pigenny.core.model.Event;
import org.pigenny.core.model.Severity;
import org.pigenny.core.text.Phrases;
import org.pigenny.kiosk.present.Numbers;

/** What is read off the chart at a moment: its values, and why things were as they were. */
record Reading(String title, String values, String why) {
    private static final EventFilter DECISIONS = new EventFilter(
            java.util.Set.of(Event.Kind.GENERATOR, Event.Kind.ENGINE, Event.Kind.OPERATOR), Severity.INFO);

    /** What the history knows of it beyond the chart. */
    record Past(Optional<Moment> moment, Optional<Event> lastDecision) {
        static Past fetch(History history, Instant at) {
            return new Past(history.moment(at),
                    history.events(at.plusMillis(1), 1, DECISIONS).stream().findFirst());
        }
    }

    static Reading of(Instant at, ChartData data, Past past, Phrases words, ZoneId zone) {
        DateTimeFormatter title = DateTimeFormatter.ofPattern("EEE d MMM HH:mm", words.locale());
        return new Reading(title.format(at.atZone(zone)), values(at, data, words), why(past, words, zone));
    }

    private static String values(Instant at, ChartData data, Phrases words) {
        Numbers numbers = new Numbers(words.locale());
        List<String> parts = new ArrayList<>();
        for (Line line : Line.values()) {
            nearest(data, line, at).ifPresent(point -> {
                String number = line == Line.VOLTAGE ? numbers.oneDecimal(point.mean()) : numbers.whole(point.mean());
                parts.add(words.say("ui.line." + line.word()) + " " + number + " " + line.quantity.unit());
            });
        }
        return parts.isEmpty() ? words.say("ui.trends.no_values") : String.join(" \u2022 ", parts);
    }

    private static Optional<Point> nearest(ChartData data, Line line, Instant at) {
        return data.points(line)
                .stream()
                .min(Comparator.comparingLong(point -> distance(point, at)))
                .filter(point -> distance(point, at) <= data.bucketMillis() * 2);
    }

    private static long distance(Point point, Instant at) {
        return Math.abs(point.at().toEpochMilli() - at.toEpochMilli());
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
