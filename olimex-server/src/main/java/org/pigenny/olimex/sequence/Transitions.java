// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.olimex.sequence;

import static org.pigenny.olimex.protocol.Phase.COOLDOWN;
import static org.pigenny.olimex.protocol.Phase.CRANK;
import static org.pigenny.olimex.protocol.Phase.FAULT;
import static org.pigenny.olimex.protocol.Phase.GLOW_CRANK;
import static org.pigenny.olimex.protocol.Phase.IGNITION;
import static org.pigenny.olimex.protocol.Phase.LOADED;
import static org.pigenny.olimex.protocol.Phase.OFF;
import static org.pigenny.olimex.protocol.Phase.PREHEAT;
import static org.pigenny.olimex.protocol.Phase.RESET;
import static org.pigenny.olimex.protocol.Phase.REST;
import static org.pigenny.olimex.protocol.Phase.STABILISE;
import static org.pigenny.olimex.protocol.Phase.STOPPING;
import static org.pigenny.olimex.protocol.Phase.VERIFY;
import static org.pigenny.olimex.protocol.Phase.WARMUP;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.pigenny.olimex.protocol.Phase;

/** The edges of the state machine; docs/relay-server.md draws the same ones, and a test compares them. */
public final class Transitions {
    private Transitions() {}

    /** Where one may go from a phase. */
    public static Set<Phase> from(Phase phase) {
        return Collections.unmodifiableSet(switch (phase) {
            case OFF -> EnumSet.of(REST, RESET, FAULT);
            case REST -> EnumSet.of(RESET, STOPPING, FAULT);
            case RESET -> EnumSet.of(PREHEAT, IGNITION, STOPPING, FAULT);
            case PREHEAT -> EnumSet.of(IGNITION, STOPPING, FAULT);
            case IGNITION -> EnumSet.of(CRANK, VERIFY, STOPPING, FAULT);
            case CRANK -> EnumSet.of(GLOW_CRANK, VERIFY, STOPPING, FAULT);
            case GLOW_CRANK -> EnumSet.of(VERIFY, STOPPING, FAULT);
            case VERIFY -> EnumSet.of(WARMUP, STOPPING, FAULT);
            case WARMUP -> EnumSet.of(STABILISE, COOLDOWN, STOPPING, FAULT);
            case STABILISE -> EnumSet.of(LOADED, COOLDOWN, STOPPING, FAULT);
            case LOADED -> EnumSet.of(COOLDOWN, STOPPING, FAULT);
            case COOLDOWN -> EnumSet.of(LOADED, WARMUP, STOPPING, FAULT);
            case STOPPING -> EnumSet.of(OFF, FAULT);
            case FAULT -> EnumSet.of(OFF, COOLDOWN, STOPPING);
            // A new process takes over whatever the last one had reached.
            case UNKNOWN -> EnumSet.of(OFF, VERIFY, WARMUP, STABILISE, LOADED, COOLDOWN, STOPPING, FAULT);
        });
    }
}
