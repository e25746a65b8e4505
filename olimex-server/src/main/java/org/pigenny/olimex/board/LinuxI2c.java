// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.olimex.board;

import com.sun.jna.LastErrorException;
import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.NativeLong;

/** A device on a Linux i2c-dev bus, spoken to by SMBus byte-data ioctls (linux/i2c-dev.h, linux/i2c.h). */
public final class LinuxI2c implements I2cBus {
    private static final NativeLong I2C_SLAVE = new NativeLong(0x0703);
    private static final NativeLong I2C_SMBUS = new NativeLong(0x0720);
    private static final byte SMBUS_WRITE = 0;
    private static final byte SMBUS_READ = 1;
    private static final int SMBUS_BYTE_DATA = 2;
    /** union i2c_smbus_data: block[I2C_SMBUS_BLOCK_MAX + 2]. */
    private static final int DATA_SIZE = 34;

    private final LibC c;
    private final String path;
    private final int fd;
    private final Memory data = new Memory(DATA_SIZE);
    /** struct i2c_smbus_ioctl_data: u8 read_write, u8 command, u32 size, pointer data. */
    private final Memory request = new Memory(8 + Native.POINTER_SIZE);

    private LinuxI2c(LibC c, String path, int fd) {
        this.c = c;
        this.path = path;
        this.fd = fd;
        data.clear();
        request.clear();
        request.setInt(4, SMBUS_BYTE_DATA);
        request.setPointer(8, data);
    }

    /** Opens with the C library of this system. */
    public static LinuxI2c open(int bus, int address) throws BoardException {
        return open(Native.load("c", LibC.class), bus, address);
    }

    /** Opens {@code /dev/i2c-<bus>} for one device. */
    public static LinuxI2c open(LibC c, int bus, int address) throws BoardException {
        String path = "/dev/i2c-" + bus;
        int fd;
        try {
            fd = c.open(path, LibC.O_RDWR);
        } catch (LastErrorException e) {
            throw new BoardException("Cannot open " + path + ": " + e.getMessage(), e);
        }
        try {
            c.ioctl(fd, I2C_SLAVE, new NativeLong(address));
            return new LinuxI2c(c, path, fd);
        } catch (LastErrorException e) {
            c.close(fd);
            throw new BoardException("Cannot speak to device 0x" + Integer.toHexString(address) + " on " + path + ": "
                    + e.getMessage(), e);
        }
    }

    @Override
    public int readByteData(int register) throws BoardException {
        transact(SMBUS_READ, register);
        return data.getByte(0) & 0xFF;
    }

    @Override
    public void writeByteData(int register, int value) throws BoardException {
        data.setByte(0, (byte) value);
        transact(SMBUS_WRITE, register);
    }

    private void transact(byte direction, int register) throws BoardException {
        request.setByte(0, direction);
        request.setByte(1, (byte) register);
        try {
            c.ioctl(fd, I2C_SMBUS, request);
        } catch (LastErrorException e) {
            throw new BoardException((direction == SMBUS_READ ? "Reading" : "Writing") + " register 0x"
                    + Integer.toHexString(register) + " on " + path + " failed: " + e.getMessage(), e);
        }
    }

    @Override
    public String name() {
        return path;
    }

    @Override
    public void close() {
        try {
            c.close(fd);
        } catch (LastErrorException e) {
            throw new IllegalStateException("Cannot close " + path, e);
        }
    }
}
