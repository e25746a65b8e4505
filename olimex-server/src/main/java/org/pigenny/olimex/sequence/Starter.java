// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.olimex.sequence;

import java.time.Duration;
import org.pigenny.olimex.protocol.Relay;

/**
 * The last gate before the starter relay, whoever asks for it: never on a turning engine, never longer than the cap, never
 * again before it has rested as long as it worked.
 */
final class Starter {
    /** Looks are this far apart at most while the starter turns; the cap is kept with this to spare. */
    private static final long TICK_MARGIN = 100_000_000L;
    private static final long CAP = SequenceSettings.STARTER_CAP.toNanos() - TICK_MARGIN;

    private final long rest;
    private boolean on;
    private long onSince;
    private boolean used;
    private long offSince;
    private long lastUse;

    Starter(Duration rest) {
        this.rest = rest.toNanos();
    }

    /** The relays that may really be set: the wanted ones, without START when it may not be on now. */
    int gate(long now, int wanted, InputWatch inputs) {
        boolean asked = Relay.START.in(wanted);
        boolean allowed = asked && (on ? mayStayOn(now, inputs) : mayEngage(now, inputs));
        note(now, allowed);
        return allowed ? wanted : wanted & ~Relay.START.bit();
    }

    private boolean mayEngage(long now, InputWatch inputs) {
        return restLeft(now) == 0 && !inputs.mayTurn();
    }

    private boolean mayStayOn(long now, InputWatch inputs) {
        return now - onSince < CAP && !inputs.running() && inputs.blindFor(now) < Windows.BLIND_CRANK;
    }

    private void note(long now, boolean allowed) {
        if (allowed && !on) {
            onSince = now;
        } else if (!allowed && on) {
            used = true;
            offSince = now;
            lastUse = now - onSince;
        }
        on = allowed;
    }

    /** What a process that died may have left turning is taken as one full use that ends now. */
    void assumeUsed(long now, long use) {
        used = true;
        offSince = now;
        lastUse = use;
    }

    boolean on() {
        return on;
    }

    /** Nanoseconds until the starter may turn again. */
    long restLeft(long now) {
        if (on || !used) {
            return 0;
        }
        return Math.max(0, Math.max(rest, lastUse) - (now - offSince));
    }
}
