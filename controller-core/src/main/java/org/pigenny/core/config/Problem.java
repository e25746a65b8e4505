// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.config;

import org.pigenny.core.model.Message;

/**
 * Why a source of settings was refused.
 *
 * @param source file path, environment, command line or screen
 * @param text names source, key, value and what is allowed
 */
public record Problem(String source, Message text) {
    static Problem unknown(String source, Given given, Key nearest) {
        return new Problem(source,
                Message.of("settings.unknown_key", where(source, given), given.key(), nearest.name()));
    }

    static Problem wrong(String source, Given given, Key key) {
        return new Problem(source, Message.of("settings.wrong_value", where(source, given), given.key(), given.text(),
                key.allowed()));
    }

    static Problem table(String source, Given given) {
        return new Problem(source, Message.of("settings.table", where(source, given), given.key()));
    }

    static Problem deviceName(String source, Given given, String device) {
        return new Problem(source, Message.of("settings.device_name", where(source, given), device));
    }

    static Problem contradiction(String source, Contradiction found) {
        return new Problem(source, Message.of("settings.contradiction", source, found.key(), found.value(),
                found.rule(), found.otherKey(), found.otherValue()));
    }

    private static String where(String source, Given given) {
        return given.place().isEmpty() ? source : source + ", " + given.place();
    }
}
