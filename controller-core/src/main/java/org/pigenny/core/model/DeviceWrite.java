// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.model;

import java.util.List;

/**
 * Something to write to a device. Of several for the same target the latest counts, the others are superseded.
 *
 * @param target what it sets, e.g. {@code solar_limit}
 * @param steps in their order, on the bus without interruption
 * @param expiresAtNanos plant time after which it may not be done any more
 */
public record DeviceWrite(String target, List<Step> steps, long expiresAtNanos) {
    /**
     * @param register its name in the device's profile
     * @param value in the register's unit
     * @param verify read back and compared, within 1 %
     */
    public record Step(String register, double value, boolean verify) {}

    /** How a write ended. */
    public sealed interface Result {
        record Verified(double written, double readBack) implements Result {}

        /** Written, but not to be read back. */
        record Unverified(double written) implements Result {}

        /** Acknowledged, but the device holds another value: command not taken. */
        record NotTaken(double written, double readBack) implements Result {}

        record Failed(Message why) implements Result {}

        record Expired() implements Result {}

        record Superseded() implements Result {}
    }

    public DeviceWrite {
        steps = List.copyOf(steps);
        if (steps.isEmpty()) {
            throw new IllegalArgumentException("nothing to write to " + target);
        }
    }
}
