// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.olimex.sequence;

import org.pigenny.olimex.protocol.Relay;

/** Relays set by hand for commissioning: each drops by itself, and a forgotten mode ends. */
final class Maintenance {
    /** By the relay's number. */
    private final long[] onSince = new long[Relay.values().length + 1];
    private boolean on;
    private int relays;
    private long lastCommand;

    boolean on() {
        return on;
    }

    int relays() {
        return relays;
    }

    void enter(long now) {
        on = true;
        relays = 0;
        lastCommand = now;
    }

    void leave() {
        on = false;
        relays = 0;
    }

    /** Sets all four. A relay that is on already keeps its time: asking again holds nothing longer. */
    void set(long now, int bits) {
        for (Relay relay : Relay.values()) {
            if (relay.in(bits) && !relay.in(relays)) {
                onSince[relay.number()] = now;
            }
        }
        relays = bits;
        lastCommand = now;
    }

    /** Drops what has been on for long enough. */
    void tick(long now) {
        if (!on) {
            return;
        }
        for (Relay relay : Relay.values()) {
            if (relay.in(relays) && now - onSince[relay.number()] >= Windows.MAINTENANCE_RELAY) {
                relays &= ~relay.bit();
            }
        }
        if (relays == 0 && now - lastCommand >= Windows.MAINTENANCE_IDLE) {
            leave();
        }
    }

    /** The gate did not let a relay through: it is not wanted any more. */
    void dropped(int allowed) {
        relays &= allowed;
    }
}
