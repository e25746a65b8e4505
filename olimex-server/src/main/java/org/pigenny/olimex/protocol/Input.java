// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.olimex.protocol;

/** The four opto-isolated inputs of the MOD-IO board. Bits are those of register 0x20. */
public enum Input {
    /** IN1: the engine turns by itself. */
    RUNNING(0x01),
    /** IN2: ignition is live. */
    IGNITION(0x02),
    /** IN3: not wired. */
    UNUSED(0x04),
    /** IN4: the starter is engaged. */
    STARTER(0x08);

    /** Those that mean something. */
    public static final int WIRED = 0x0B;

    private final int bit;

    Input(int bit) {
        this.bit = bit;
    }

    public int bit() {
        return bit;
    }

    /** As on the board: 1 for IN1. */
    public int number() {
        return Integer.numberOfTrailingZeros(bit) + 1;
    }
}
