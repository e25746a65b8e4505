// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.olimex.protocol;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** Values by {@link StatusKey} as lines, and back. */
public final class StatusLines {
    /** Begins each line that a subscription pushes. */
    public static final String EVENT = "EVENT ";
    private static final String BETWEEN = ": ";

    private StatusLines() {}

    /** All lines with their ends, in the order of the keys. */
    public static String encode(Map<StatusKey, String> values) {
        StringBuilder lines = new StringBuilder(640);
        for (StatusKey key : StatusKey.values()) {
            String value = values.get(key);
            if (value != null) {
                lines.append(key.name()).append(BETWEEN).append(value).append('\n');
            }
        }
        return lines.append(StatusKey.END).append('\n').toString();
    }

    /** One push: what differs between two sets of values, closed by {@code EVENT END}. */
    public static String encodeChange(Map<StatusKey, String> before, Map<StatusKey, String> after) {
        StringBuilder lines = new StringBuilder();
        for (Map.Entry<StatusKey, String> entry : after.entrySet()) {
            if (!entry.getValue().equals(before.get(entry.getKey()))) {
                lines.append(EVENT).append(entry.getKey().name()).append(BETWEEN).append(entry.getValue()).append('\n');
            }
        }
        return lines.append(EVENT).append(StatusKey.END).append('\n').toString();
    }

    /** Reads one {@code KEY: value} line into the map; a key that this build does not know is left out. */
    public static void decode(String line, EnumMap<StatusKey, String> into) {
        int at = line.indexOf(BETWEEN);
        if (at > 0) {
            Optional<StatusKey> key = StatusKey.of(line.substring(0, at));
            key.ifPresent(known -> into.put(known, line.substring(at + BETWEEN.length())));
        }
    }
}
