// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.app.setup;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pigenny.core.api.Commissioning.Entry;
import org.pigenny.core.api.Commissioning.Standing;
import org.pigenny.core.api.Commissioning.State;
import org.pigenny.core.api.Commissioning.Step;
import org.pigenny.core.json.Json;

/** The state as JSON, for its file and for the local socket. What cannot be read counts as not done. */
public final class StateJson {
    private StateJson() {}

    /** @param opened whether it holds starts back until it is finished */
    public static Map<String, @Nullable Object> write(State state, boolean opened) {
        Map<String, @Nullable Object> steps = new LinkedHashMap<>();
        for (Step step : Step.values()) {
            Entry entry = state.entry(step);
            if (entry.standing() != Standing.OPEN) {
                steps.put(step.word(),
                        Json.object("standing", entry.standing().name().toLowerCase(Locale.ROOT), "at",
                                entry.at().map(Instant::toString).orElse(null), "by", entry.by(), "note",
                                entry.note()));
            }
        }
        return Json.object("opened", opened, "finished_at", state.finishedAt().map(Instant::toString).orElse(null),
                "finished_by", state.finishedBy(), "steps", steps);
    }

    public static State read(Map<String, @Nullable Object> json) {
        Map<Step, Entry> steps = new EnumMap<>(Step.class);
        if (json.get("steps") instanceof Map<?, ?> all) {
            for (Step step : Step.values()) {
                if (all.get(step.word()) instanceof Map<?, ?> one) {
                    entry(one).ifPresent(entry -> steps.put(step, entry));
                }
            }
        }
        return new State(Boolean.TRUE.equals(json.get("opened")), steps, instant(json.get("finished_at")),
                text(json.get("finished_by")));
    }

    private static Optional<Entry> entry(Map<?, ?> one) {
        for (Standing standing : new Standing[]{Standing.DONE, Standing.SKIPPED}) {
            if (standing.name().equalsIgnoreCase(text(one.get("standing")))) {
                return Optional.of(new Entry(standing, instant(one.get("at")), text(one.get("by")),
                        text(one.get("note"))));
            }
        }
        return Optional.empty();
    }

    private static Optional<Instant> instant(@Nullable Object value) {
        try {
            return Optional.of(Instant.parse(text(value)));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
