// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.device.line;

import java.io.IOException;

/** Bytes to and from a device. One owner at a time; not safe for two threads. */
public interface ByteLine extends AutoCloseable {
    /** What a person calls it, e.g. {@code /dev/ttySC1} or {@code 10.0.0.7:502}. */
    String name();

    /**
     * Sends all bytes.
     *
     * @throws IOException when the line is gone; it is of no more use then
     */
    void write(byte[] bytes) throws IOException;

    /**
     * Waits for at least one byte, until the line's clock has reached a time.
     *
     * @return how many bytes were put into the buffer; 0 when none came in time. With a time that has passed it does not wait.
     * @throws IOException when the line is gone
     */
    int read(byte[] into, long untilNanos) throws IOException, InterruptedException;

    /** Throws away what has come in unasked. */
    default int discardInput(long nowNanos) throws IOException, InterruptedException {
        byte[] waste = new byte[256];
        int all = 0;
        for (int n = read(waste, nowNanos); n > 0; n = read(waste, nowNanos)) {
            all += n;
        }
        return all;
    }

    @Override
    void close();
}
