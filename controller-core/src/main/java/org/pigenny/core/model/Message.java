// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.model;

import java.util.List;

/**
 * Words for a person, not yet in a language: a key of the language bundles and its arguments.
 * Arguments are strings, numbers, {@link java.time.Duration}, {@link java.time.Instant}, {@link java.time.LocalTime} or
 * other messages; the renderer formats each by its type.
 */
public record Message(String key, List<Object> args) {
    public Message {
        args = List.copyOf(args);
    }

    public static Message of(String key, Object... args) {
        return new Message(key, List.of(args));
    }
}
