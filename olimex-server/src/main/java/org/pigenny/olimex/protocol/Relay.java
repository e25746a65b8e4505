// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.olimex.protocol;

/** The four relays of the MOD-IO board, in the order in which a status line names them. Bits are those of register 0x10. */
public enum Relay {
    /** REL4: ignition and fuel. */
    IGN(0x08),
    /** REL3: glow plugs. */
    GLOW(0x04),
    /** REL2: puts the charger, the load, on the engine. */
    CHARGER(0x02),
    /** REL1: the starter motor. */
    START(0x01);

    private final int bit;

    Relay(int bit) {
        this.bit = bit;
    }

    /** The relay's bit in the board's output register, 0x01 to 0x08. */
    public int bit() {
        return bit;
    }
}
