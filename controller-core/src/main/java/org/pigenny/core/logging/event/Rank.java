// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.logging.event;

import org.pigenny.core.model.Severity;

/** Severities as the numbers in the database. */
final class Rank {
    private Rank() {}

    static int of(Severity severity) {
        return switch (severity) {
            case INFO -> 0;
            case WARNING -> 1;
            case MINOR -> 2;
            case MAJOR -> 3;
            case CRITICAL -> 4;
        };
    }

    static Severity severity(int rank) {
        return switch (rank) {
            case 0 -> Severity.INFO;
            case 1 -> Severity.WARNING;
            case 2 -> Severity.MINOR;
            case 3 -> Severity.MAJOR;
            default -> Severity.CRITICAL;
        };
    }
}
