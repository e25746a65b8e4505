// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.system;

import java.time.Duration;

/**
 * The supervisor's constants (site-controller.md 1.1), all in real time.
 *
 * @param afterSpawn from the spawn of a service to anything else
 * @param firstProbe from the start of a service to the first look at its health
 * @param startupPoll between two looks while a service starts
 * @param startupTimeout after which a service that is not healthy has failed to start
 * @param serviceGap between two services
 * @param grace before monitoring begins
 * @param probeInterval between two looks at a service that runs
 * @param probeTimeout after which no answer is a bad answer
 * @param restartCooldown from the end of a failed service to its rebuild
 * @param maxRestarts rebuilds without a healthy look between them
 * @param retryAfterGivingUp rebuilds go on, this far apart
 * @param flapRestarts rebuilds within {@code flapWindow} that count as failure although each came up healthy
 * @param stopWait for the threads of a service to end
 * @param stopGap between the stops of two services
 * @param hangAfter a loop of system or control without progress for so long is hung
 * @param hangSlowAfter the same for loops that wait for devices and disks
 */
public record Timings(Duration afterSpawn, Duration firstProbe, Duration startupPoll, Duration startupTimeout,
        Duration serviceGap, Duration grace, Duration probeInterval, Duration probeTimeout, Duration restartCooldown,
        int maxRestarts, Duration retryAfterGivingUp, int flapRestarts, Duration flapWindow, Duration stopWait,
        Duration stopGap, Duration hangAfter, Duration hangSlowAfter) {
    public static final Timings CONTRACT = new Timings(Duration.ofMillis(100), Duration.ofSeconds(2),
            Duration.ofSeconds(1), Duration.ofSeconds(30), Duration.ofSeconds(2), Duration.ofSeconds(5),
            Duration.ofSeconds(10), Duration.ofSeconds(5), Duration.ofSeconds(10), 3, Duration.ofMinutes(5), 6,
            Duration.ofMinutes(30), Duration.ofSeconds(10), Duration.ofMillis(500), Duration.ofSeconds(10),
            Duration.ofSeconds(60));

    /** With the two delays that the settings may shorten; short ones shorten the other waits of the start alike. */
    public Timings starting(Duration firstProbe, Duration serviceGap) {
        return new Timings(shorter(afterSpawn, firstProbe), firstProbe, shorter(startupPoll, firstProbe.plusMillis(20)),
                startupTimeout, serviceGap, grace, probeInterval, probeTimeout, restartCooldown, maxRestarts,
                retryAfterGivingUp, flapRestarts, flapWindow, stopWait, shorter(stopGap, serviceGap), hangAfter,
                hangSlowAfter);
    }

    private static Duration shorter(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }
}
