// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.model;

import java.util.Locale;

/** The relay server's phase (relay-server.md 2); the wire word is the lower-case name. */
public enum EnginePhase {
    OFF,
    RESET,
    PREHEAT,
    IGNITION,
    CRANK,
    GLOW_CRANK,
    VERIFY,
    REST,
    WARMUP,
    STABILISE,
    LOADED,
    COOLDOWN,
    STOPPING,
    FAULT,
    UNKNOWN;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The phase of a wire word, {@link #UNKNOWN} for a word this build does not know. */
    public static EnginePhase ofWord(String word) {
        for (EnginePhase phase : values()) {
            if (phase.word().equals(word)) {
                return phase;
            }
        }
        return UNKNOWN;
    }
}
