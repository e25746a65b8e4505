// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.olimex.server;

/** A setting or an option that is refused, in words for the person who gave it. */
public final class SettingsException extends Exception {
    private static final long serialVersionUID = 1L;

    public SettingsException(String message) {
        super(message);
    }
}
