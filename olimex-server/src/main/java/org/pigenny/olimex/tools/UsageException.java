// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.olimex.tools;

/** A command line that is refused, in words for the person who typed it. */
final class UsageException extends Exception {
    private static final long serialVersionUID = 1L;

    UsageException(String message) {
        super(message);
    }
}
