// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Words for the inverter's state, fault and warning codes (inverter.md 1.2 and 1.3). */
public final class InverterCodes {
    /** No AC connection: always on in an off-grid house. */
    public static final int NO_AC_CONNECTION = 16;
    private static final Set<Integer> STATES = Set.of(0x00, 0x01, 0x02, 0x04, 0x08, 0x0C, 0x10, 0x11, 0x14, 0x19, 0x20,
            0x28, 0x40, 0x60, 0x80, 0x88, 0xC0);
    private static final Set<Integer> UNKNOWN_FAULTS = Set.of(4, 5, 6, 7, 30);
    private static final int UNKNOWN_WARNING = 24;
    private static final int BITS = 32;

    private InverterCodes() {}

    /** What the inverter is doing; "mode 0xNN" for a code that nobody knows. */
    public static Message state(int code) {
        String hex = String.format(Locale.ROOT, "0x%02X", code & 0xFF);
        return STATES.contains(code & 0xFF)
                ? Message.of("inverter.state." + hex)
                : Message.of("inverter.state.unknown", hex);
    }

    /** Each fault that is on, e.g. "E025 heatsink temperature". */
    public static List<Message> faults(long bits) {
        return named(bits, "E", "inverter.fault.", UNKNOWN_FAULTS);
    }

    /** Each warning that is on but the one that is normal off-grid. */
    public static List<Message> warnings(long bits) {
        return named(bits & ~(1L << NO_AC_CONNECTION), "W", "inverter.warning.", Set.of(UNKNOWN_WARNING));
    }

    private static List<Message> named(long bits, String letter, String prefix, Set<Integer> unknown) {
        List<Message> named = new ArrayList<>();
        for (int bit = 0; bit < BITS; bit++) {
            if (((bits >> bit) & 1) != 0) {
                String code = String.format(Locale.ROOT, "%s%03d", letter, bit);
                named.add(unknown.contains(bit)
                        ? Message.of(code)
                        : Message.of("inverter.code", code, Message.of(prefix + code)));
            }
        }
        return named;
    }
}
