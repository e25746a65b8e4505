// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.model.settings;

import java.time.Duration;

/** `[safe_mode]` */
public record SafeModeSettings(boolean enabled, Type type, Duration timeout) {
    public enum Type {
        TIME_BASED, ROLLING_AVERAGE
    }

    public static SafeModeSettings defaults() {
        return new SafeModeSettings(true, Type.TIME_BASED, Duration.ofSeconds(30));
    }
}
