// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.device.modbus;

import java.time.Duration;

/**
 * One request and how it ended, with what the wire was like.
 *
 * @param roundTrip from the first byte sent to the last byte of the answer, or to giving up
 * @param noise what had to be dropped on the way to the answer
 */
public record Exchange(Answer answer, Duration roundTrip, Noise noise) {
    /**
     * @param echoes times the request itself was heard back
     * @param strayBytes bytes dropped, those of foreign and broken frames too
     * @param foreignFrames whole frames of another slave, function or length
     * @param crcErrors whole frames that fitted the request but for their check sum
     */
    public record Noise(int echoes, int strayBytes, int foreignFrames, int crcErrors) {
        public static final Noise NONE = new Noise(0, 0, 0, 0);
    }
}
