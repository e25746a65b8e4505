// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.olimex.sequence;

import org.pigenny.olimex.protocol.Relay;

/** Which relays the phase wants on. */
final class Wanted {
    private final Course course;
    private long chargerPausedUntil;

    Wanted(Course course) {
        this.course = course;
    }

    /** The charger goes off for a moment and on again. */
    void pauseCharger(long now) {
        long stabilise = course.settings.stabilise().toNanos();
        chargerPausedUntil = now + (stabilise > 0 ? Math.min(stabilise, Windows.CHARGER_PAUSE) : Windows.CHARGER_PAUSE);
    }

    int relays(long now) {
        return switch (course.phase()) {
            case REST, RESET, STOPPING -> 0;
            case OFF -> course.maintenance.relays();
            case PREHEAT -> Relay.GLOW.bit();
            case CRANK -> Relay.IGN.bit() | Relay.START.bit();
            case GLOW_CRANK -> Relay.IGN.bit() | Relay.GLOW.bit() | Relay.START.bit();
            case IGNITION, VERIFY, WARMUP, STABILISE, COOLDOWN -> Relay.IGN.bit();
            case LOADED -> Relay.IGN.bit() | (chargerMayBeOn(now) ? Relay.CHARGER.bit() : 0);
            case FAULT -> now < course.ignitionHeldUntil ? Relay.IGN.bit() : 0;
            case UNKNOWN -> course.relays;
        };
    }

    /** It is never closed but on an engine that is seen running; a bouncing contact alone does not open it. */
    private boolean chargerMayBeOn(long now) {
        return now >= chargerPausedUntil && (Relay.CHARGER.in(course.relays) || course.inputs.running());
    }
}
