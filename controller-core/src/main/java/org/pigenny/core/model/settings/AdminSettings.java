// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.model.settings;

/**
 * `[admin]`: local administration over HTTP with a token.
 *
 * @param port 0 takes a free one
 * @param listen address to listen on; loopback unless a person says otherwise
 */
public record AdminSettings(boolean enabled, String listen, int port) {
    public static AdminSettings defaults() {
        return new AdminSettings(true, "127.0.0.1", 8086);
    }
}
