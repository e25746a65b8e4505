// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.olimex.board;

import com.sun.jna.LastErrorException;
import com.sun.jna.NativeLong;
import com.sun.jna.Pointer;
import java.util.ArrayList;
import java.util.List;

/** A kernel with one MOD-IO, behind the interface through which the real one is called. */
final class FakeLibC implements LibC {
    private static final int EREMOTEIO = 121;
    private static final int FD = 7;

    final List<String> calls = new ArrayList<>();
    int register20;
    /** How many of the next calls fail. */
    int failures;

    @Override
    public int open(String path, int flags) {
        mayFail();
        calls.add("open " + path + " " + flags);
        return FD;
    }

    @Override
    public int close(int fd) {
        calls.add("close " + fd);
        return 0;
    }

    @Override
    public int ioctl(int fd, NativeLong request, NativeLong argument) {
        mayFail();
        if (request.longValue() != 0x0703) {
            throw new AssertionError("not I2C_SLAVE: " + request);
        }
        calls.add("slave 0x" + Long.toHexString(argument.longValue()));
        return 0;
    }

    @Override
    public int ioctl(int fd, NativeLong request, Pointer argument) {
        mayFail();
        if (request.longValue() != 0x0720) {
            throw new AssertionError("not I2C_SMBUS: " + request);
        }
        LinuxI2cTest.IoctlData data = new LinuxI2cTest.IoctlData(argument);
        String register = "0x" + Integer.toHexString(data.command);
        if (data.readWrite == 1) {
            calls.add("read " + register + " size " + data.size);
            data.data.setByte(0, (byte) register20);
        } else {
            calls.add(String.format("write %s 0x%02x size %d", register, data.data.getByte(0), data.size));
        }
        return 0;
    }

    private void mayFail() {
        if (failures > 0) {
            failures--;
            throw new LastErrorException(EREMOTEIO);
        }
    }
}
