// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.olimex.board;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** How the simulated engine behaves from now on; the word of the setting is the lower-case name. */
public enum EngineBehaviour {
    OK,
    /** Starts never catch; a running engine runs on. */
    NO_FIRE,
    /** A running engine stops at once; a start fires and dies after 1 s. */
    STALL,
    /** IN4 reads on from now on, whatever REL1 says. */
    WELDED_STARTER,
    /** Runs on after IGN off. */
    WONT_STOP,
    /** The charger gives 0 W. */
    NO_CHARGE,
    /** Every bus transaction fails. */
    I2C_DEAD;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** All words, in their order. */
    public static String words() {
        return Arrays.stream(values()).map(EngineBehaviour::word).collect(Collectors.joining(", "));
    }

    public static Optional<EngineBehaviour> ofWord(String word) {
        for (EngineBehaviour behaviour : values()) {
            if (behaviour.word().equals(word)) {
                return Optional.of(behaviour);
            }
        }
        return Optional.empty();
    }
}
