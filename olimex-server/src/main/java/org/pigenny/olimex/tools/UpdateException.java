// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.olimex.tools;

/** An update that was refused or has failed, in words for the person who asked for it. */
final class UpdateException extends Exception {
    private static final long serialVersionUID = 1L;

    private final boolean changed;

    /** @param changed whether the program had been replaced and was rolled back */
    UpdateException(String message, boolean changed) {
        super(message);
        this.changed = changed;
    }

    boolean changed() {
        return changed;
    }
}
