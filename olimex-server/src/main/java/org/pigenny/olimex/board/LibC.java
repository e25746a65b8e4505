// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.olimex.board;

import com.sun.jna.LastErrorException;
import com.sun.jna.Library;
import com.sun.jna.NativeLong;
import com.sun.jna.Pointer;

/** The few calls of the C library that i2c-dev needs. */
public interface LibC extends Library {
    int O_RDWR = 2;

    int open(String path, int flags) throws LastErrorException;

    int close(int fd) throws LastErrorException;

    int ioctl(int fd, NativeLong request, NativeLong argument) throws LastErrorException;

    int ioctl(int fd, NativeLong request, Pointer argument) throws LastErrorException;
}
