// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.app.backup;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pigenny.core.json.Json;

/**
 * What an archive holds (docs/recovery.md).
 *
 * @param format of the archive; a later one is refused
 * @param program version that made it
 * @param database its `user_version`, 0 without one
 * @param parts all files but this one
 */
record Manifest(long format, String program, Instant madeAt, String site, long database, List<Part> parts) {
    static final String NAME = "manifest.json";
    static final long FORMAT = 1;

    /**
     * One file.
     *
     * @param name folder by meaning, then the path in it: {@code data/state/commissioning.json}
     * @param sha256 of its content, lower-case hex
     * @param secret whether it is for its owner alone
     */
    record Part(String name, long bytes, String sha256, boolean secret) {}

    Manifest {
        parts = List.copyOf(parts);
    }

    long bytes() {
        return parts.stream().mapToLong(Part::bytes).sum();
    }

    String toJson() {
        return Json.pretty(Json.object("format", format, "program", program, "made_at", madeAt.toString(), "site", site,
                "database_version", database, "files",
                parts.stream()
                        .map(part -> Json.object("name", part.name(), "bytes", part.bytes(), "sha256", part.sha256(),
                                "secret", part.secret()))
                        .toList()))
                + "\n";
    }

    /** Empty when this is no manifest. */
    static Optional<Manifest> read(String text) {
        return Json.readObject(text).flatMap(Manifest::read);
    }

    private static Optional<Manifest> read(Map<String, @Nullable Object> json) {
        if (!(json.get("format") instanceof Long format) || !(json.get("files") instanceof List<?> files)) {
            return Optional.empty();
        }
        try {
            List<Part> parts = new ArrayList<>();
            for (Object file : files) {
                if (!(file instanceof Map<?, ?> one) || !(one.get("bytes") instanceof Long bytes)) {
                    return Optional.empty();
                }
                parts.add(new Part(text(one.get("name")), bytes, text(one.get("sha256")),
                        Boolean.TRUE.equals(one.get("secret"))));
            }
            long database = json.get("database_version") instanceof Long version ? version : 0;
            return Optional.of(new Manifest(format, text(json.get("program")), Instant.parse(text(json.get("made_at"))),
                    text(json.get("site")), database, parts));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
