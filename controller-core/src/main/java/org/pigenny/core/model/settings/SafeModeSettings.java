// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.model.settings;

import java.time.Duration;

/**
 * `[safe_mode]` (site-controller.md 1.4 and 1.6).
 *
 * @param timeout a device silent for so long counts as offline for safe mode
 * @param rollingWindow of the averages of `rolling_average`
 * @param thresholdPct solar share of the load, %, at or above which `rolling_average` triggers
 * @param powerLimitKw solar limit while safe mode is on, kW
 * @param running what becomes of a running generator when the supervisor raises safe mode
 */
public record SafeModeSettings(boolean enabled, Type type, Duration timeout, Duration rollingWindow,
        double thresholdPct, double powerLimitKw, Running running) {
    public enum Type {
        TIME_BASED, ROLLING_AVERAGE
    }

    public enum Running {
        /** Stopped through its cooldown. */
        COOLDOWN,
        /** Left running under the decision's own limits. */
        HOLD
    }

    public static SafeModeSettings defaults() {
        return new SafeModeSettings(true, Type.TIME_BASED, Duration.ofSeconds(30), Duration.ofMinutes(3), 80, 0,
                Running.COOLDOWN);
    }
}
