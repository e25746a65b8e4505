// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.model;

import java.time.Instant;
import java.util.Optional;

/**
 * Whether safe mode is on, and since when, why, by whom (site-controller.md 1.1 and 1.6).
 *
 * @param reason in words; empty while it is off
 * @param triggeredBy {@link #SUPERVISOR}, {@link #TIME_BASED} or {@link #ROLLING_AVERAGE}; empty while it is off
 */
public record SafeMode(boolean active, Optional<Instant> triggeredAt, String reason, String triggeredBy) {
    /** A critical service failed for good. Blocks starts, survives a reboot, ends by a person's deliberate act alone. */
    public static final String SUPERVISOR = "supervisor";
    /** A device was silent, or its readings frozen, for too long. Limits solar set-points, ends when all devices are back. */
    public static final String TIME_BASED = "time_based";
    /** The same, while the sun gave too large a share of the load. */
    public static final String ROLLING_AVERAGE = "rolling_average";

    public static final SafeMode OFF = new SafeMode(false, Optional.empty(), "", "");

    /** Whether it is of the kind that blocks starts and that a person has to clear. */
    public boolean bySupervisor() {
        return active && triggeredBy.equals(SUPERVISOR);
    }
}
