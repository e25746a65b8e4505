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

    /** All four bits. */
    public static final int MASK = 0x0F;

    private final int bit;

    Relay(int bit) {
        this.bit = bit;
    }

    /** The relay's bit in the board's output register, 0x01 to 0x08. */
    public int bit() {
        return bit;
    }

    /** As on the board: 1 for REL1. */
    public int number() {
        return Integer.numberOfTrailingZeros(bit) + 1;
    }

    /** Whether this relay is on in the byte. */
    public boolean in(int bits) {
        return (bits & bit) != 0;
    }

    /** The names of the relays that are on, {@code IGN+CHARGER}, or {@code OFF}. */
    public static String names(int bits) {
        StringBuilder names = new StringBuilder();
        for (Relay relay : values()) {
            if (relay.in(bits)) {
                names.append(names.length() == 0 ? "" : "+").append(relay.name());
            }
        }
        return names.length() == 0 ? "OFF" : names.toString();
    }

    /** As STATUS says it: {@code IGN+CHARGER (0x0A)}. */
    public static String describe(int bits) {
        return names(bits) + " (" + hex(bits) + ")";
    }

    /** Two upper-case digits: {@code 0x0A}. */
    public static String hex(int bits) {
        return "0x0" + Character.toUpperCase(Character.forDigit(bits & MASK, 16));
    }

    /**
     * Reads what {@link #describe} wrote.
     *
     * @throws IllegalArgumentException when it is something else
     */
    public static int parse(String described) {
        int open = described.lastIndexOf("(0x");
        if (open < 0 || !described.endsWith(")")) {
            throw new IllegalArgumentException("not a relay line: " + described);
        }
        int bits = Integer.parseInt(described.substring(open + 3, described.length() - 1), 16);
        if ((bits & ~MASK) != 0) {
            throw new IllegalArgumentException("not four relays: " + described);
        }
        return bits;
    }
}
