// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.config;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pigenny.core.json.Json;

/**
 * One state of the screen's settings.
 *
 * @param id also the name of its file
 * @param origin who made it
 */
public record Version(String id, Instant at, String origin, List<Change> changes, Overlay overlay) {
    /** One value before and after. */
    public record Change(String key, String before, String after) {}

    public Version {
        changes = List.copyOf(changes);
    }

    Map<String, @Nullable Object> toJson() {
        Map<String, @Nullable Object> screen = new LinkedHashMap<>();
        overlay.entries()
                .forEach((key, entry) -> screen.put(key,
                        Json.object("value", entry.value(), "under", entry.under())));
        return Json.object("id", id, "at", at, "origin", origin, "changes",
                changes.stream()
                        .map(
                                change -> Json.object("key", change.key(), "before", change.before(), "after",
                                        change.after()))
                        .toList(),
                "screen", screen);
    }

    /** Empty when the object is no version: a damaged file. */
    static Optional<Version> ofJson(Map<String, @Nullable Object> json) {
        try {
            List<Change> changes = new ArrayList<>();
            for (Object change : (List<?>) need(json.get("changes"))) {
                Map<?, ?> fields = (Map<?, ?>) change;
                changes.add(new Change(text(fields.get("key")), text(fields.get("before")),
                        text(fields.get("after"))));
            }
            Map<String, Overlay.Entry> screen = new LinkedHashMap<>();
            for (Map.Entry<?, ?> entry : ((Map<?, ?>) need(json.get("screen"))).entrySet()) {
                Map<?, ?> fields = (Map<?, ?>) entry.getValue();
                screen.put(text(entry.getKey()),
                        new Overlay.Entry(text(fields.get("value")), text(fields.get("under"))));
            }
            return Optional.of(new Version(text(json.get("id")), Instant.parse(text(json.get("at"))),
                    text(json.get("origin")), changes, new Overlay(screen)));
        } catch (RuntimeException notAVersion) {
            return Optional.empty();
        }
    }

    private static String text(@Nullable Object value) {
        return (String) need(value);
    }

    private static Object need(@Nullable Object value) {
        if (value == null) {
            throw new IllegalArgumentException("a field is missing");
        }
        return value;
    }
}
