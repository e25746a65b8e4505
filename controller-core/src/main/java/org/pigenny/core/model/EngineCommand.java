// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.model;

/** What the core may ask of the relay server. Each is accepted at once; what came of it shows in the next reports. */
public enum EngineCommand {
    START,
    /** The same without the warm-up, for a load that cannot wait. A server that cannot skip it starts as usual. */
    START_WITHOUT_WARMUP,
    /** Load off, cooldown if owed, off, proven off. */
    STOP,
    /** All relays off from any phase, ahead of everything queued. */
    EMERGENCY_STOP,
    /** Clears the server's fault and lock-out when the cause is gone. Starts nothing. */
    RESET,
    /** Charger off and on once, the engine running on. */
    CYCLE_CHARGER;

    /** Whether it asks for a run. */
    public boolean starts() {
        return this == START || this == START_WITHOUT_WARMUP;
    }
}
