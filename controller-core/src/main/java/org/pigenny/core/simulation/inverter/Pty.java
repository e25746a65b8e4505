// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.simulation.inverter;

import com.sun.jna.LastErrorException;
import com.sun.jna.Platform;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * A pseudo-terminal: a serial port made of software. Another program, or our own poller, opens {@link #path()} as its
 * port; what it sends is read here and the other way round. Raw: no echo, no line ends, no signals.
 */
public final class Pty implements AutoCloseable {
    private static final int READ_WRITE = 2;
    private static final int NO_CONTROLLING_TERMINAL = 0x100;
    private static final int NOW = 0;
    /** Larger than struct termios of any Linux. */
    private static final int TERMIOS_SIZE = 256;
    private static final int NAME_SIZE = 128;

    /** The codes of termios for the usual speeds. */
    private static final Map<Integer, Integer> SPEEDS = Map.of(9, 1200, 11, 2400, 12, 4800, 13, 9600, 14, 19_200, 15,
            38_400, 0x1001, 57_600, 0x1002, 115_200);

    private final LibC libc;
    private final int master;
    private final int slave;
    private final String path;
    private boolean closed;

    private Pty(LibC libc, int master, int slave, String path) {
        this.libc = libc;
        this.master = master;
        this.slave = slave;
        this.path = path;
    }

    /** Whether this system has them. */
    public static boolean available() {
        return Platform.isLinux();
    }

    public static Pty open() throws IOException {
        LibC libc = LibC.load();
        try {
            int master = libc.posix_openpt(READ_WRITE | NO_CONTROLLING_TERMINAL);
            libc.grantpt(master);
            libc.unlockpt(master);
            byte[] name = new byte[NAME_SIZE];
            libc.ptsname_r(master, name, name.length);
            String path = new String(name, StandardCharsets.US_ASCII).replaceAll("\0.*", "");
            // Kept open: a terminal that nobody has open reports an error to its master instead of waiting.
            int slave = libc.open(path, READ_WRITE | NO_CONTROLLING_TERMINAL);
            byte[] termios = new byte[TERMIOS_SIZE];
            libc.tcgetattr(slave, termios);
            libc.cfmakeraw(termios);
            libc.tcsetattr(slave, NOW, termios);
            return new Pty(libc, master, slave, path);
        } catch (LastErrorException e) {
            throw new IOException("no pseudo-terminal: error " + e.getErrorCode(), e);
        }
    }

    /** What to open as a serial port. */
    public String path() {
        return path;
    }

    /** The speed that whoever opened the port has set, bits per second; 0 for one that is not usual. */
    public int baud() throws IOException {
        byte[] termios = new byte[TERMIOS_SIZE];
        try {
            libc.tcgetattr(slave, termios);
        } catch (LastErrorException e) {
            throw new IOException(path + ": error " + e.getErrorCode(), e);
        }
        return SPEEDS.getOrDefault(libc.cfgetospeed(termios), 0);
    }

    /**
     * Waits for bytes.
     *
     * @return how many came; 0 when none came in time
     */
    public int read(byte[] into, int timeoutMillis) throws IOException {
        LibC.PollFd wait = new LibC.PollFd();
        wait.fd = master;
        wait.events = LibC.PollFd.READABLE;
        try {
            return libc.poll(wait, 1, timeoutMillis) > 0 ? (int) libc.read(master, into, into.length) : 0;
        } catch (LastErrorException e) {
            throw new IOException(path + ": error " + e.getErrorCode(), e);
        }
    }

    public void write(byte[] bytes) throws IOException {
        try {
            long sent = libc.write(master, bytes, bytes.length);
            if (sent != bytes.length) {
                throw new IOException(path + " took " + sent + " of " + bytes.length + " bytes");
            }
        } catch (LastErrorException e) {
            throw new IOException(path + ": error " + e.getErrorCode(), e);
        }
    }

    /** Pulls the cable: whoever has the port open sees it gone. */
    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            libc.close(slave);
            libc.close(master);
        }
    }
}
