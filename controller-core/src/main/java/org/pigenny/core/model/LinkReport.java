// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.model;

import java.util.OptionalDouble;

/**
 * One link to a device, with its counts since the start of the process.
 *
 * @param detail plain words for a person: what is wrong, or what is connected
 * @param sinceNanos monotonic time of the last change of state
 * @param roundTripMillis of the last answer, when there was one
 */
public record LinkReport(State state, Message detail, long sinceNanos, long requests, long answers, long timeouts,
        long crcErrors, OptionalDouble roundTripMillis) {
    public enum State {
        /** Not tried yet. */
        STARTING, UP, DOWN
    }

    public static LinkReport starting(long nowNanos) {
        return new LinkReport(State.STARTING, Message.of("link.starting"), nowNanos, 0, 0, 0, 0,
                OptionalDouble.empty());
    }
}
