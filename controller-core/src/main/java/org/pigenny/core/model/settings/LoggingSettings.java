// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.model.settings;

import java.time.Duration;

/**
 * `[logging]`
 *
 * @param recordDecisions whether every input and decision is kept for a replay
 */
public record LoggingSettings(String csvDir, Duration csvInterval, int retentionDays, boolean recordDecisions) {
    public LoggingSettings(String csvDir, Duration csvInterval, int retentionDays) {
        this(csvDir, csvInterval, retentionDays, false);
    }

    public static LoggingSettings defaults() {
        return new LoggingSettings("/var/log/pigenny", Duration.ofSeconds(600), 7);
    }
}
