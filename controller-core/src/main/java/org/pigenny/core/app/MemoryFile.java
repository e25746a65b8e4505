// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.app;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pigenny.core.control.Step;
import org.pigenny.core.state.SharedState;
import org.pigenny.core.state.StateMirror;
import org.pigenny.core.time.TimeSource;

/** What control must know after a restart, on disk: at once when something happened, else once a minute. */
final class MemoryFile {
    private static final Duration CALM = Duration.ofMinutes(1);

    private final SharedState.Slot slot;
    private final StateMirror mirror;
    private final TimeSource real;
    private long lastOffer;
    private boolean offered;

    MemoryFile(SharedState.Slot slot, StateMirror mirror, TimeSource real) {
        this.slot = slot;
        this.mirror = mirror;
        this.real = real;
    }

    /** The saved entries of a file; anything that is no text is left out. */
    static Map<String, String> texts(Map<String, @Nullable Object> file) {
        Map<String, String> texts = new LinkedHashMap<>();
        file.forEach((key, value) -> {
            if (value instanceof String text && !key.startsWith("_")) {
                texts.put(key, text);
            }
        });
        return texts;
    }

    void offer(ControlCell cell, Step step) {
        long now = real.nanos();
        boolean happened = !step.events().isEmpty() || !step.actions().isEmpty() || !step.answers().isEmpty();
        if (offered && !happened && now - lastOffer < CALM.toNanos()) {
            return;
        }
        offered = true;
        lastOffer = now;
        Map<String, String> saved = step.memory().save();
        if (!saved.equals(cell.saved())) {
            cell.saved(saved);
            mirror.offer(slot, () -> new LinkedHashMap<>(saved));
        }
    }
}
