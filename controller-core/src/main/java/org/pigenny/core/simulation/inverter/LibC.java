// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.simulation.inverter;

import com.sun.jna.LastErrorException;
import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.Structure;
import com.sun.jna.Structure.FieldOrder;

/** What a pseudo-terminal needs of the system's C library; names are the library's own. */
interface LibC extends Library {
    static LibC load() {
        return Native.load("c", LibC.class);
    }

    int posix_openpt(int flags) throws LastErrorException;

    int grantpt(int master) throws LastErrorException;

    int unlockpt(int master) throws LastErrorException;

    int ptsname_r(int master, byte[] name, long size) throws LastErrorException;

    int open(String path, int flags) throws LastErrorException;

    int close(int file) throws LastErrorException;

    long read(int file, byte[] into, long size) throws LastErrorException;

    long write(int file, byte[] bytes, long size) throws LastErrorException;

    int tcgetattr(int file, byte[] termios) throws LastErrorException;

    int tcsetattr(int file, int when, byte[] termios) throws LastErrorException;

    /** A code for the speed, not the speed. */
    int cfgetospeed(byte[] termios);

    void cfmakeraw(byte[] termios);

    int poll(PollFd one, long count, int timeoutMillis) throws LastErrorException;

    /** {@code struct pollfd}. */
    @FieldOrder({"fd", "events", "revents"})
    final class PollFd extends Structure {
        static final short READABLE = 1;

        public int fd;
        public short events;
        public short revents;
    }
}
