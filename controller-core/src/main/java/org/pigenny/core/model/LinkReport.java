// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.model;

import java.util.OptionalDouble;

/**
 * One link to a device, with its counts since the start of the process.
 *
 * @param detail plain words for a person: what is wrong, or what is connected
 * @param sinceNanos monotonic time of the last change of state
 * @param timeouts requests without an answer, also those that were answered by noise
 * @param crcErrors whole frames that fitted the request but for their check sum
 * @param roundTripMillis of the last answer, when there was one
 */
public record LinkReport(State state, Message detail, long sinceNanos, long requests, long answers, long timeouts,
        long crcErrors, OptionalDouble roundTripMillis, Dropped dropped) {
    public enum State {
        /** Not tried yet. */
        STARTING, UP, DOWN
    }

    /**
     * What came over the link and was thrown away.
     *
     * @param strayBytes bytes around and instead of answers
     * @param echoes times our own request was heard back
     * @param foreignFrames whole frames of another slave, function or length
     * @param rejectedValues values that came in a whole frame and were not plausible
     */
    public record Dropped(long strayBytes, long echoes, long foreignFrames, long rejectedValues) {
        public static final Dropped NOTHING = new Dropped(0, 0, 0, 0);
    }

    /** A link on which nothing was dropped. */
    public LinkReport(State state, Message detail, long sinceNanos, long requests, long answers, long timeouts,
            long crcErrors, OptionalDouble roundTripMillis) {
        this(state, detail, sinceNanos, requests, answers, timeouts, crcErrors, roundTripMillis, Dropped.NOTHING);
    }

    public static LinkReport starting(long nowNanos) {
        return new LinkReport(State.STARTING, Message.of("link.starting"), nowNanos, 0, 0, 0, 0,
                OptionalDouble.empty());
    }
}
