// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.logging.export;

import java.util.regex.Pattern;
import org.pigenny.core.model.Message;

/** Keeps secrets out of what leaves the house. When in doubt it hides too much. */
final class Redaction {
    static final String HIDDEN = "***";
    private static final String NAME = "(?:token|secret|passw|passphrase|credential|\\bpin\\b|_pin\\b|pin_|api[_-]?key|key_file|private|hmac)";
    private static final Pattern NAMED = Pattern.compile(NAME, Pattern.CASE_INSENSITIVE);
    private static final Pattern ASSIGNED = Pattern.compile("(" + NAME + "[\\w.-]*[\"']?\\s*[=:]\\s*)[^\\s,;]+",
            Pattern.CASE_INSENSITIVE);

    private Redaction() {}

    static String text(String text) {
        return ASSIGNED.matcher(text).replaceAll("$1" + HIDDEN);
    }

    /** A message that names something secret keeps the name and loses every other argument. */
    static Message message(Message message) {
        boolean named = message.args().stream().anyMatch(Redaction::named);
        return new Message(message.key(), message.args().stream().map(argument -> hide(argument, named)).toList());
    }

    private static boolean named(Object argument) {
        return argument instanceof String text && NAMED.matcher(text).find();
    }

    private static Object hide(Object argument, boolean named) {
        return switch (argument) {
            case Message inner -> message(inner);
            case String text -> named && !named(text) ? HIDDEN : text(text);
            default -> named ? HIDDEN : argument;
        };
    }
}
