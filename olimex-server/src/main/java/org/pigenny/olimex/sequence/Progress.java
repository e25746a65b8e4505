// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.olimex.sequence;

import java.util.OptionalLong;
import org.pigenny.olimex.protocol.FaultCode;
import org.pigenny.olimex.protocol.Phase;

/** How one phase leads to the next, by time or by what the engine does. */
final class Progress {
    private final Course course;
    private final LeaseWatch leases;
    private long preheat;

    Progress(Course course, LeaseWatch leases) {
        this.course = course;
        this.leases = leases;
    }

    /** One step, if it is due. */
    void advance(long now) {
        switch (course.phase()) {
            case REST -> go(now, course.starter.restLeft(now) == 0, Phase.RESET, "starter has rested");
            case RESET -> reset(now);
            case PREHEAT -> go(now, now - course.since() >= preheat, Phase.IGNITION, "glowed");
            case IGNITION -> go(now, course.over(now), course.inputs.mayTurn() ? Phase.VERIFY : Phase.CRANK, "time");
            case CRANK -> crank(now);
            case GLOW_CRANK -> go(now, course.inputs.running() || course.over(now), Phase.VERIFY,
                    course.inputs.running() ? "engine runs" : "time");
            case VERIFY -> verify(now);
            case WARMUP -> go(now, course.over(now) || course.run.skipsWarmup, Phase.STABILISE,
                    course.run.skipsWarmup ? "warm-up skipped as asked" : "warm");
            case STABILISE -> stabilise(now);
            case COOLDOWN -> go(now, course.over(now), Phase.STOPPING, "cooled down");
            case STOPPING -> stopping(now);
            case OFF, LOADED, FAULT, UNKNOWN -> {
            }
        }
    }

    private void go(long now, boolean when, Phase next, String why) {
        if (when) {
            course.enter(now, next, why);
        }
    }

    private void reset(long now) {
        if (course.over(now)) {
            preheat = course.settings.preheatTable()
                    .glow(course.settings.preheat(), course.run.stood(now))
                    .toNanos();
            course.enter(now, preheat > 0 ? Phase.PREHEAT : Phase.IGNITION, "time");
        }
    }

    private void crank(long now) {
        course.run.attemptOpen = true;
        if (course.inputs.running()) {
            course.enter(now, Phase.VERIFY, "engine runs");
        } else {
            go(now, course.over(now), course.settings.glowCrank().isZero() ? Phase.VERIFY : Phase.GLOW_CRANK, "time");
        }
    }

    private void verify(long now) {
        if (!course.over(now)) {
            return;
        }
        if (course.inputs.running()) {
            course.enter(now, Phase.WARMUP, "engine runs by itself");
        } else if (course.inputs.known()) {
            course.failStart(now, FaultCode.NO_START, "Engine did not start");
        }
    }

    /** A client that lost the charger's lease before it was on does not get it. */
    private void stabilise(long now) {
        if (course.over(now) && course.inputs.running() && !leases.chargerLost(now)) {
            course.run.carriesLoad();
            course.enter(now, Phase.LOADED, "stable");
        }
    }

    private void stopping(long now) {
        if (course.inputs.allOff()) {
            course.run.settle(now, true);
            course.enter(now, course.faults.latched() ? Phase.FAULT : Phase.OFF, "proven off");
            course.lockOutIfDue(now);
        } else if (course.over(now) && course.inputs.known()) {
            course.raise(now, FaultCode.WONT_STOP, "Engine does not stop: " + course.inputs.last().describe());
        }
    }

    /** Nanoseconds until the phase ends by itself; empty for one without such an end. */
    OptionalLong left(long now) {
        long passed = now - course.since();
        return switch (course.phase()) {
            case REST -> OptionalLong.of(course.starter.restLeft(now));
            case PREHEAT -> OptionalLong.of(Math.max(0, preheat - passed));
            case RESET, IGNITION, CRANK, GLOW_CRANK, VERIFY, WARMUP, STABILISE, COOLDOWN, STOPPING -> OptionalLong.of(
                    Math.max(0, course.settings.lengthOf(course.phase()).toNanos() - passed));
            case OFF, LOADED, FAULT, UNKNOWN -> OptionalLong.empty();
        };
    }
}
