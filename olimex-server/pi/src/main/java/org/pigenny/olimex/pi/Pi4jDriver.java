// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.olimex.pi;

import com.pi4j.Pi4J;
import com.pi4j.context.Context;
import java.util.function.Supplier;
import org.pigenny.olimex.board.BoardException;
import org.pigenny.olimex.board.I2cBus;
import org.pigenny.olimex.board.I2cDriver;

/** Finds the bus through whatever I2C provider Pi4J has on this machine. */
public final class Pi4jDriver implements I2cDriver {
    private final Supplier<Context> contexts;

    /** As the service loader makes it. */
    public Pi4jDriver() {
        this(Pi4J::newAutoContext);
    }

    Pi4jDriver(Supplier<Context> contexts) {
        this.contexts = contexts;
    }

    @Override
    public String name() {
        return "pi4j";
    }

    @Override
    public I2cBus open(int bus, int address) throws BoardException {
        try {
            return Pi4jI2c.open(contexts.get(), bus, address);
        } catch (RuntimeException e) {
            throw new BoardException("Cannot open I2C bus " + bus + " by Pi4J: " + e.getMessage(), e);
        }
    }
}
