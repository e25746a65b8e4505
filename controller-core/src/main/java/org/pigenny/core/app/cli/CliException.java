// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.app.cli;

/** Something went wrong that a person can understand and mend: its message is all that is said. */
final class CliException extends RuntimeException {
    private static final long serialVersionUID = 1;

    CliException(String message) {
        super(message);
    }
}
