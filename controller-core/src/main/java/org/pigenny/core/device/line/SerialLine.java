// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.device.line;

import com.fazecast.jSerialComm.SerialPort;
import java.io.IOException;
import org.pigenny.core.time.TimeSource;

/** An open serial port. */
final class SerialLine implements ByteLine {
    /** Longest single wait inside the driver, so that a deadline or an interrupt is seen soon after. */
    static final int SLICE_MILLIS = 100;

    private final String name;
    private final SerialPort port;
    private final TimeSource time;

    SerialLine(String name, SerialPort port, TimeSource time) {
        this.name = name;
        this.port = port;
        this.time = time;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void write(byte[] bytes) throws IOException {
        int sent = port.writeBytes(bytes, bytes.length);
        if (sent != bytes.length) {
            throw new IOException(name + " took " + sent + " of " + bytes.length + " bytes");
        }
    }

    @Override
    public int read(byte[] into, long untilNanos) throws IOException, InterruptedException {
        while (true) {
            boolean late = time.nanos() - untilNanos >= 0;
            int there = port.bytesAvailable();
            if (there < 0) {
                throw new IOException(name + " is gone");
            }
            if (there > 0 || !late) {
                int got = port.readBytes(into, there > 0 ? Math.min(there, into.length) : 1);
                if (got < 0) {
                    throw new IOException(name + " is gone");
                }
                if (got > 0) {
                    return got;
                }
            }
            if (late) {
                return 0;
            }
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
        }
    }

    @Override
    public void close() {
        port.closePort();
    }
}
