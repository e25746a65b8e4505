// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.device.relay;

import org.pigenny.core.time.TimeSource;

/** How fast the plant's time passes against the machine's: 1, but in a demo, whose relay server works in scaled durations. */
final class PlantPace {
    /** Shorter stretches say nothing exact. */
    private static final long SHORTEST = 100_000_000L;

    private final TimeSource plant;
    private final TimeSource real;
    private final long plantStart;
    private final long realStart;

    PlantPace(TimeSource plant, TimeSource real) {
        this.plant = plant;
        this.real = real;
        plantStart = plant.nanos();
        realStart = real.nanos();
    }

    /** Seconds of the plant for one of the machine. */
    double perReal() {
        long passed = real.nanos() - realStart;
        double pace = passed < SHORTEST ? 1 : (double) (plant.nanos() - plantStart) / passed;
        // A hand-moved time in a test has no pace at all.
        return pace > 0 ? Math.max(1, Math.rint(pace * 100) / 100) : 1;
    }
}
