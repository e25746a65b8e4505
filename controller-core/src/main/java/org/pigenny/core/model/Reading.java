// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.model;

import java.time.Duration;

/**
 * One value as measured.
 *
 * @param value in the unit of its {@link Quantity}; finite
 * @param takenAtNanos monotonic time at which it was read from the device
 */
public record Reading(double value, long takenAtNanos) {
    public Reading {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("a reading is a finite number, not " + value);
        }
    }

    public Duration age(long nowNanos) {
        return Duration.ofNanos(Math.max(0, nowNanos - takenAtNanos));
    }
}
