// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.olimex.pi;

import com.pi4j.context.Context;
import com.pi4j.io.i2c.I2C;
import org.pigenny.olimex.board.BoardException;
import org.pigenny.olimex.board.I2cBus;

/** One device on a bus of Pi4J's, whose providers fail in ways of their own. */
final class Pi4jI2c implements I2cBus {
    private final Context context;
    private final I2C device;
    private final String name;

    private Pi4jI2c(Context context, I2C device, String name) {
        this.context = context;
        this.device = device;
        this.name = name;
    }

    static Pi4jI2c open(Context context, int bus, int address) {
        I2C device = context.create(
                I2C.newConfigBuilder(context).id("mod-io").bus(bus).device(address).build());
        return new Pi4jI2c(context, device, "I2C bus " + bus + " by Pi4J");
    }

    @Override
    public int readByteData(int register) throws BoardException {
        int value;
        try {
            value = device.readRegister(register);
        } catch (RuntimeException e) {
            throw failed("Reading", register, e);
        }
        if (value < 0) {
            throw new BoardException("Reading register 0x" + Integer.toHexString(register) + " on " + name
                    + " failed: " + value);
        }
        return value;
    }

    @Override
    public void writeByteData(int register, int value) throws BoardException {
        int result;
        try {
            result = device.writeRegister(register, value);
        } catch (RuntimeException e) {
            throw failed("Writing", register, e);
        }
        if (result < 0) {
            throw new BoardException("Writing register 0x" + Integer.toHexString(register) + " on " + name
                    + " failed: " + result);
        }
    }

    private BoardException failed(String what, int register, RuntimeException e) {
        return new BoardException(what + " register 0x" + Integer.toHexString(register) + " on " + name + " failed: "
                + e.getMessage(), e);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void close() {
        context.shutdown();
    }
}
