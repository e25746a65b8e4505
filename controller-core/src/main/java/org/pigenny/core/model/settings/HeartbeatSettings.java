// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.model.settings;

import java.time.Duration;

/** `[heartbeat]`: the sign of life to its sinks; `toFile` keeps the newest ones in the log folder. */
public record HeartbeatSettings(Duration interval, boolean toFile) {
    public static HeartbeatSettings defaults() {
        return new HeartbeatSettings(Duration.ofSeconds(30), true);
    }
}
