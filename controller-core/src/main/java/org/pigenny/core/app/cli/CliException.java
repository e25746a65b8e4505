// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.app.cli;

import picocli.CommandLine;

/** Something went wrong that a person can understand and mend: its message is all that is said. */
final class CliException extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final int exit;

    CliException(String message) {
        this(message, CommandLine.ExitCode.SOFTWARE);
    }

    private CliException(String message, int exit) {
        super(message);
        this.exit = exit;
    }

    /** What was typed cannot be meant. */
    static CliException wrongLine(String message) {
        return new CliException(message, CommandLine.ExitCode.USAGE);
    }

    /** Exit code of the process. */
    int exit() {
        return exit;
    }
}
