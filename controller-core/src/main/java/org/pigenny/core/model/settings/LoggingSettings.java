// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.model.settings;

import java.time.Duration;

/** `[logging]` */
public record LoggingSettings(String csvDir, Duration csvInterval, int retentionDays) {
    public static LoggingSettings defaults() {
        return new LoggingSettings("/var/log/pigenny", Duration.ofSeconds(600), 7);
    }
}
