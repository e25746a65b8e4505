// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.config;

import org.pigenny.core.model.Message;

/**
 * One setting.
 *
 * @param name such as generator.soc.start
 * @param fallback the default, in the kind's one way of writing
 * @param unit such as % or s; empty for none
 */
public record Key(String name, Kind kind, String fallback, String unit) {
    public Key {
        if (!kind.canonical(fallback).equals(java.util.Optional.of(fallback))) {
            throw new IllegalArgumentException("the default of " + name + " is not allowed: " + fallback);
        }
    }

    public Message allowed() {
        return kind.allowed();
    }

    /** Plain words of what it does. */
    public Message help() {
        return help(name);
    }

    /** Plain words of what the setting of that name does; devices share theirs. */
    public static Message help(String name) {
        return Message.of("help." + DeviceKeys.plain(name));
    }

    /** The same under another name. */
    Key named(String other) {
        return new Key(other, kind, fallback, unit);
    }

    /** The table it stands in, such as generator.soc. */
    public String table() {
        return name.substring(0, name.lastIndexOf('.'));
    }
}
