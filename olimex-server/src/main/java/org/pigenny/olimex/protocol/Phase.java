// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.olimex.protocol;

import java.util.Locale;

/** What the sequence is doing. The wire word is the lower-case name. */
public enum Phase {
    OFF,
    /** All relays off before a start. */
    RESET,
    /** Glow plugs before the crank. */
    PREHEAT,
    /** Ignition alone. */
    IGNITION,
    /** Ignition and starter. */
    CRANK,
    /** Ignition, glow plugs and starter. */
    GLOW_CRANK,
    /** Starter released; the engine must run by itself. */
    VERIFY,
    /** A start waits until the starter has rested. */
    REST,
    /** Running at idle. */
    WARMUP,
    /** Running at idle until the AC is stable. */
    STABILISE,
    /** Running with the charger on. */
    LOADED,
    /** Running at idle after load. */
    COOLDOWN,
    /** All relays off; the inputs must prove it. */
    STOPPING,
    /** Something bars every start until a reset. */
    FAULT,
    /** Before the first trustworthy look at the inputs. */
    UNKNOWN;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** A start is under way and has not yet reached load. */
    public boolean starting() {
        return switch (this) {
            case REST, RESET, PREHEAT, IGNITION, CRANK, GLOW_CRANK, VERIFY, WARMUP, STABILISE -> true;
            case OFF, LOADED, COOLDOWN, STOPPING, FAULT, UNKNOWN -> false;
        };
    }

    /** The starter is to turn. */
    public boolean cranking() {
        return this == CRANK || this == GLOW_CRANK;
    }

    /** The engine has proven itself and must keep running. */
    public boolean running() {
        return this == WARMUP || this == STABILISE || this == LOADED || this == COOLDOWN;
    }
}
