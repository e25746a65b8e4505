// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.olimex.sequence;

/** How long a condition must hold before it counts, in nanoseconds. Not settable: they belong to the wiring, not to the site. */
final class Windows {
    private static final long MILLI = 1_000_000L;

    /** A running engine is only believed to have stopped after this: a bouncing contact cuts no run. */
    static final long STALL = 1_000 * MILLI;
    /** The starter may not turn longer than this without sight of the inputs. */
    static final long BLIND_CRANK = 150 * MILLI;
    /** The bus is dead when nothing could be read for this long. */
    static final long BUS_DEAD = 2_000 * MILLI;
    /** At start-up: how long to wait for a look at the inputs before letting go of what the last process held. */
    static final long BLIND_BOOT = 200 * MILLI;
    /** START is off but IN4 stays on. */
    static final long WELDED = 1_000 * MILLI;
    /** IGN is on but IN2 stays off. */
    static final long IGNITION = 1_000 * MILLI;
    /** START is on but IN4 stays off (relay-server.md 2). */
    static final long NO_ENGAGE = 2_000 * MILLI;
    /** IGN is off but IN1 is on, outside a stop. */
    static final long RUNS_UNASKED = 2_000 * MILLI;
    /** Charger pause of one deliberate cycle. */
    static final long CHARGER_PAUSE = 5_000 * MILLI;
    /** In maintenance each relay drops by itself after this (relay-server.md 3). */
    static final long MAINTENANCE_RELAY = 10_000 * MILLI;
    /** A forgotten maintenance mode ends after this without a command. */
    static final long MAINTENANCE_IDLE = 1_800_000 * MILLI;

    private Windows() {}
}
