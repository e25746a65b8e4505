// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.olimex.board;

/** A way to an I2C bus that comes in a jar of its own, found by {@link java.util.ServiceLoader}. */
public interface I2cDriver {
    /** As the setting {@code i2c_driver} calls it. */
    String name();

    I2cBus open(int bus, int address) throws BoardException;
}
