// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.text;

import java.text.MessageFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import org.pigenny.core.model.Message;

/**
 * Says messages in one language. One bundle for each room of the project, so that a key belongs to one file; a key that no
 * bundle has is said as it is, never hidden.
 */
public final class Phrases {
    private static final List<String> ROOMS = List.of("control", "device", "platform", "records", "kiosk", "setup");
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private final Locale locale;
    private final ZoneId zone;
    private final Map<String, String> patterns = new HashMap<>();

    public Phrases(Locale locale, ZoneId zone) {
        this.locale = locale;
        this.zone = zone;
        for (String room : ROOMS) {
            ResourceBundle bundle = ResourceBundle.getBundle("org.pigenny.assets.words." + room, locale,
                    ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
            for (String key : bundle.keySet()) {
                if (patterns.put(key, bundle.getString(key)) != null) {
                    throw new MissingResourceException("two bundles define " + key, room, key);
                }
            }
        }
    }

    public Locale locale() {
        return locale;
    }

    /** The words of a key without arguments. */
    public String say(String key) {
        return say(Message.of(key));
    }

    public String say(Message message) {
        String pattern = patterns.get(message.key());
        if (pattern == null) {
            return message.args().isEmpty() ? message.key() : message.key() + " " + message.args();
        }
        return new MessageFormat(pattern, locale).format(message.args().stream().map(this::argument).toArray());
    }

    private Object argument(Object arg) {
        return switch (arg) {
            case Message nested -> say(nested);
            case Duration time -> duration(time);
            case Instant at -> CLOCK.format(at.atZone(zone));
            case LocalTime at -> CLOCK.format(at);
            default -> arg;
        };
    }

    /** With units, never an ambiguous 1:05: "42 s", "3 min", "1 h 05 min", "2 d 3 h". */
    public String duration(Duration time) {
        long seconds = Math.max(0, time.toSeconds());
        if (seconds < 60) {
            return format("time.seconds", seconds);
        }
        if (seconds < 3600) {
            return seconds % 60 == 0 || seconds >= 600
                    ? format("time.minutes", seconds / 60)
                    : format("time.minutes_seconds", seconds / 60, seconds % 60);
        }
        return seconds < 86_400
                ? format("time.hours_minutes", seconds / 3600, seconds / 60 % 60)
                : format("time.days_hours", seconds / 86_400, seconds / 3600 % 24);
    }

    private String format(String key, Object... args) {
        return new MessageFormat(patterns.getOrDefault(key, key), locale).format(args);
    }
}
