// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.olimex.board;

import org.pigenny.olimex.protocol.Inputs;
import org.pigenny.olimex.protocol.Relay;

/** The Olimex MOD-IO relay board (relay-server.md 1). */
public final class ModIo implements Board {
    /** Its address on the bus. */
    public static final int ADDRESS = 0x58;
    private static final int RELAYS = 0x10;
    private static final int INPUTS = 0x20;

    private final I2cBus bus;

    public ModIo(I2cBus bus) {
        this.bus = bus;
    }

    @Override
    public Inputs read() throws BoardException {
        return Inputs.of(bus.readByteData(INPUTS));
    }

    @Override
    public void write(int relays) throws BoardException {
        bus.writeByteData(RELAYS, relays & Relay.MASK);
    }

    @Override
    public boolean simulated() {
        return false;
    }

    @Override
    public String name() {
        return "MOD-IO 0x58 on " + bus.name();
    }

    @Override
    public void close() {
        bus.close();
    }
}
