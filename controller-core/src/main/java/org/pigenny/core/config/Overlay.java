// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.config;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What people changed on the screen. Each value remembers what the file said at the time: when the file says something else
 * later, the file was edited after the screen and wins.
 */
public record Overlay(Map<String, Entry> entries) {
    static final Overlay EMPTY = new Overlay(Map.of());

    /** @param under the value below the screen's own when it was changed */
    record Entry(String value, String under) {}

    public Overlay {
        entries = Map.copyOf(entries);
    }

    /** The values that still hold over these ones of file and defaults. */
    Map<String, String> over(Map<String, String> below) {
        Map<String, String> values = new LinkedHashMap<>();
        entries.forEach((key, entry) -> {
            if (entry.under().equals(below.getOrDefault(key, ""))) {
                values.put(key, entry.value());
            }
        });
        return values;
    }

    /** With a change; a value that is the same as below needs no entry. */
    Overlay with(String key, String value, Map<String, String> below) {
        Map<String, Entry> next = new LinkedHashMap<>(entries);
        String under = below.getOrDefault(key, "");
        if (value.equals(under)) {
            next.remove(key);
        } else {
            next.put(key, new Entry(value, under));
        }
        return new Overlay(next);
    }
}
