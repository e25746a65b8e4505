// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.simulation.inverter;

import java.io.IOException;
import org.pigenny.core.time.TimeSource;

/**
 * Makes a pseudo-terminal as slow as a wire: a byte takes its time, and so does the silence between two frames.
 *
 * @param baud bits per second, ten of them a byte; 0 for as fast as it goes
 */
public record LinePace(int baud, TimeSource real) {
    private static final long NANOS = 1_000_000_000L;
    private static final int BITS_PER_BYTE = 10;
    /** Silence that ends a frame, in bytes. */
    private static final double GAP = 3.5;

    /** Takes bytes to a line. */
    interface Sender {
        void send(byte[] bytes) throws IOException;
    }

    public static LinePace none(TimeSource real) {
        return new LinePace(0, real);
    }

    /** What the wire needs for so many bytes, in ns. */
    public long nanos(double bytes) {
        return baud == 0 ? 0 : (long) (bytes * BITS_PER_BYTE * NANOS / baud);
    }

    /** Waits as long as the request has been on the wire, and until the silence after it shows that it has ended. */
    void heard(int bytes) throws InterruptedException {
        if (baud > 0) {
            real.sleepUntil(real.nanos() + nanos(bytes + GAP));
        }
    }

    void send(byte[] bytes, Sender line) throws IOException, InterruptedException {
        if (baud == 0) {
            line.send(bytes);
            return;
        }
        long start = real.nanos();
        for (int i = 0; i < bytes.length; i++) {
            real.sleepUntil(start + nanos(i + 1));
            line.send(new byte[]{bytes[i]});
        }
    }
}
