// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.device.profile;

import java.util.List;
import java.util.OptionalDouble;

/** How the value of one or more 16-bit registers is written. */
public enum DataType {
    U16(1),
    S16(1),
    U32(2),
    S32(2),
    F32(2),
    U64(4),
    /** Low and high byte of one register. */
    LO8(1),
    HI8(1),
    /** Power factor of the LuxPower family: up to 1000 positive, above it 1000 − x. */
    PF(1),
    /** Text, two characters in a register; it has no number. */
    ASCII(0);

    private static final int PF_TURN = 1000;

    private final int words;

    DataType(int words) {
        this.words = words;
    }

    /** Registers that one value takes; 0 when the row says it. */
    public int words() {
        return words;
    }

    /**
     * The number in the registers, before scaling.
     *
     * @param words as many as {@link #words()}, each 0 to 65535
     * @return empty for text, and for a float that is no number
     */
    public OptionalDouble decode(List<Integer> words, WordOrder order) {
        return switch (this) {
            case U16 -> OptionalDouble.of(words.getFirst());
            case S16 -> OptionalDouble.of(words.getFirst().shortValue());
            case U32 -> OptionalDouble.of((double) order.join(words));
            case S32 -> OptionalDouble.of((int) order.join(words));
            case F32 -> finite(Float.intBitsToFloat((int) order.join(words)));
            case U64 -> OptionalDouble.of(unsigned(order.join(words)));
            case LO8 -> OptionalDouble.of(words.getFirst() & 0xFF);
            case HI8 -> OptionalDouble.of(words.getFirst() >> 8);
            case PF -> OptionalDouble.of(words.getFirst() <= PF_TURN ? words.getFirst() : PF_TURN - words.getFirst());
            case ASCII -> OptionalDouble.empty();
        };
    }

    private static OptionalDouble finite(float value) {
        return Float.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
    }

    private static double unsigned(long value) {
        return value >= 0 ? (double) value : value + 0x1p64;
    }
}
