// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.olimex.sequence;

import java.util.EnumSet;
import java.util.Set;
import org.pigenny.olimex.protocol.FaultCode;
import org.pigenny.olimex.protocol.Input;
import org.pigenny.olimex.protocol.Inputs;
import org.pigenny.olimex.protocol.Relay;

/** What relays and inputs must never say together, watched in every state (relay-server.md 2). */
final class TruthTable {
    private final long stopTimeout;
    private final Hold welded = new Hold(Windows.WELDED);
    private final Hold unasked = new Hold(Windows.RUNS_UNASKED);
    private final Hold ignition = new Hold(Windows.IGNITION);
    private final Hold noEngage = new Hold(Windows.NO_ENGAGE);
    private boolean ignited;
    private boolean everIgnited;
    private long ignitionOffSince;

    TruthTable(long stopTimeoutNanos) {
        stopTimeout = stopTimeoutNanos;
    }

    /** One look; the codes whose condition has held for its window. Inputs that nobody could read prove nothing. */
    Set<FaultCode> look(long now, int relays, Inputs inputs) {
        boolean ign = Relay.IGN.in(relays);
        if (ignited && !ign) {
            ignitionOffSince = now;
            everIgnited = true;
        }
        ignited = ign;
        boolean start = Relay.START.in(relays);
        boolean spunDown = !everIgnited || now - ignitionOffSince >= stopTimeout;
        boolean isWelded = welded.holds(now, !start && inputs.on(Input.STARTER));
        boolean runsUnasked = unasked.holds(now, !ign && spunDown && inputs.on(Input.RUNNING));
        boolean notLive = ignition.holds(now, ign && inputs.off(Input.IGNITION));
        boolean notEngaged = noEngage.holds(now, start && inputs.off(Input.STARTER));
        if (!isWelded && !runsUnasked && !notLive && !notEngaged) {
            return Set.of();
        }
        Set<FaultCode> found = EnumSet.noneOf(FaultCode.class);
        add(found, FaultCode.WELDED_STARTER, isWelded);
        add(found, FaultCode.WONT_STOP, runsUnasked);
        add(found, FaultCode.IGNITION, notLive);
        add(found, FaultCode.NO_ENGAGE, notEngaged);
        return found;
    }

    private static void add(Set<FaultCode> found, FaultCode code, boolean holds) {
        if (holds) {
            found.add(code);
        }
    }
}
