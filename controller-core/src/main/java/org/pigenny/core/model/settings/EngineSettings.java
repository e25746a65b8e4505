// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.model.settings;

import java.time.Duration;

/**
 * `[engine]`: the engine's own times as `simulate` and the demo shorten them (generator-control.md 9). On site the relay
 * server's own file holds them.
 *
 * @param firesAfter crank time after which the simulated engine fires
 */
public record EngineSettings(Duration preheat, Duration reset, Duration ignition, Duration crank, Duration glowCrank,
        Duration verify, Duration rest, Duration warmup, Duration stabilise, Duration cooldown, Duration stopTimeout,
        Duration firesAfter) {
    public static EngineSettings defaults() {
        return new EngineSettings(Duration.ZERO, Duration.ofSeconds(1), Duration.ofMillis(500), Duration.ofSeconds(10),
                Duration.ofSeconds(2), Duration.ofSeconds(4), Duration.ofSeconds(15), Duration.ofSeconds(60),
                Duration.ofSeconds(20), Duration.ofSeconds(180), Duration.ofSeconds(60), Duration.ofSeconds(2));
    }
}
