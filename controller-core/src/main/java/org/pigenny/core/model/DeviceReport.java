// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.model;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The newest of one device of the site.
 *
 * @param id never changes, unlike its name
 * @param type e.g. {@code load_meter}, {@code inverter}, {@code diesel_generator_controller} (site-controller.md 1.5)
 * @param online false after three failed polls in a row, until one succeeds
 * @param readings by register name; what could not be read is not there
 * @param offlineSinceNanos when the first of the failed polls began; empty while online
 * @param lastError of the last failed poll or register; empty when the last poll was whole
 * @param link its counts
 * @param nextTryNanos when an offline device is tried again; empty while online
 * @param standingFaults registers that failed twenty times in a row or more while the device lived, with how often
 */
public record DeviceReport(String id, String name, String type, boolean online, Map<String, Value> readings,
        OptionalLong lastSeenNanos, OptionalLong offlineSinceNanos, Optional<Message> lastError, LinkReport link,
        OptionalLong nextTryNanos, Map<String, Integer> standingFaults) {
    /**
     * @param role for the site's sums, e.g. {@code solar_active_power}; empty when the register has none
     * @param takenAtNanos plant time before it was asked for
     */
    public record Value(double value, String unit, Optional<String> role, long takenAtNanos) {
        public Value {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("a reading is a finite number, not " + value);
            }
        }
    }

    public DeviceReport {
        readings = Map.copyOf(readings);
        standingFaults = Map.copyOf(standingFaults);
    }
}
