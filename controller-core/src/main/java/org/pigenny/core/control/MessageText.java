// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.control;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pigenny.core.model.Message;

/** A message as one line of text and back: each part with its kind and length in front, so that nothing needs escaping. */
final class MessageText {
    private MessageText() {}

    static String write(Message message) {
        StringBuilder text = new StringBuilder(part('K', message.key()));
        message.args().forEach(arg -> text.append(arg(arg)));
        return text.toString();
    }

    private static String arg(Object arg) {
        return switch (arg) {
            case Message nested -> part('M', write(nested));
            case Duration time -> part('D', time.toString());
            case Instant at -> part('I', at.toString());
            case LocalTime at -> part('L', at.toString());
            case Integer number -> part('N', number.toString());
            case Long number -> part('N', number.toString());
            case Number number -> part('F', String.valueOf(number.doubleValue()));
            default -> part('S', arg.toString());
        };
    }

    private static String part(char kind, String value) {
        return kind + String.valueOf(value.length()) + ":" + value;
    }

    /** Empty when it is damaged. */
    static Optional<Message> read(String text) {
        try {
            List<Object> parts = new ArrayList<>();
            int at = 0;
            while (at < text.length()) {
                int colon = text.indexOf(':', at);
                int end = colon + 1 + Integer.parseInt(text.substring(at + 1, colon));
                parts.add(value(text.charAt(at), text.substring(colon + 1, end)));
                at = end;
            }
            return parts.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Message(parts.getFirst().toString(), parts.subList(1, parts.size())));
        } catch (RuntimeException damaged) {
            return Optional.empty();
        }
    }

    private static Object value(char kind, String value) {
        return switch (kind) {
            case 'M' -> read(value).orElseThrow();
            case 'D' -> Duration.parse(value);
            case 'I' -> Instant.parse(value);
            case 'L' -> LocalTime.parse(value);
            case 'N' -> Long.valueOf(value);
            case 'F' -> Double.valueOf(value);
            default -> value;
        };
    }
}
