// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.model.settings;

import java.time.Duration;
import java.util.List;

/**
 * `[health]`: loopback ports of the five services in their order; 0 takes a free one.
 *
 * @param serviceGap between the starts of two services
 * @param firstProbe from the start of a service to the first look at its health
 */
public record HealthSettings(List<Integer> ports, Duration serviceGap, Duration firstProbe) {
    public HealthSettings {
        ports = List.copyOf(ports);
        if (ports.size() != 5) {
            throw new IllegalArgumentException("five health ports are needed, not " + ports.size());
        }
    }

    public static HealthSettings defaults() {
        return new HealthSettings(List.of(8081, 8082, 8083, 8084, 8085), Duration.ofSeconds(2), Duration.ofSeconds(2));
    }
}
