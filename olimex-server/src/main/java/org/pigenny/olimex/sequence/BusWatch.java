// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.olimex.sequence;

import org.pigenny.olimex.protocol.FaultCode;
import org.pigenny.olimex.protocol.Inputs;
import org.pigenny.olimex.protocol.Phase;
import org.pigenny.olimex.protocol.StopReason;

/** What happens when the relay board does not answer, and when it does again. */
final class BusWatch {
    private static final String FAULT = "Relay board does not answer (I2C)";
    private static final String BACK = "relay board answers again";

    private final Course course;
    private boolean struckIdle;

    BusWatch(Course course) {
        this.course = course;
    }

    void look(long now) {
        if (course.inputs.known()) {
            seeing(now);
        } else {
            blind(now, course.inputs.blindFor(now));
        }
    }

    private void seeing(long now) {
        if (course.phase() != Phase.FAULT) {
            return;
        }
        if (course.inputs.stopped()) {
            course.run.stands(now);
        }
        if (course.faults.is(FaultCode.I2C) && course.inputs.settled()) {
            back(now);
        }
    }

    private void blind(long now, long blind) {
        Phase phase = course.phase();
        if (phase == Phase.UNKNOWN && !course.saved.engineOn()) {
            course.relays = blind >= Windows.BLIND_BOOT ? 0 : course.relays;
            if (blind >= Windows.BUS_DEAD && course.faults.shown().isEmpty()) {
                course.faults.put(FaultCode.I2C, FAULT);
            }
        } else if (phase != Phase.FAULT
                && (blind >= Windows.BUS_DEAD || (phase.cranking() && blind >= Windows.BLIND_CRANK))) {
            lost(now);
        }
    }

    /** An engine that runs is cooled down blind, as long as the cooldown is owed. */
    private void lost(long now) {
        struckIdle = course.phase() == Phase.OFF;
        Phase reached = course.phase() == Phase.UNKNOWN ? course.saved.phase() : course.phase();
        if (reached.running()) {
            long owed = course.run.loaded ? course.settings.cooldown().toNanos() : 0;
            course.ignitionHeldUntil = reached == Phase.COOLDOWN ? course.since() + owed : now + owed;
            course.run.stopReason = StopReason.FAULT;
        }
        course.run.fail(Inputs.UNREADABLE);
        course.raise(now, FaultCode.I2C, FAULT);
    }

    private void back(long now) {
        long heldUntil = course.ignitionHeldUntil;
        if (struckIdle) {
            struckIdle = false;
            course.faults.clear();
            course.enter(now, Phase.OFF, BACK);
        } else if (course.inputs.running() && heldUntil > now) {
            course.enter(now, Phase.COOLDOWN, BACK);
            course.countFrom(heldUntil - course.settings.cooldown().toNanos());
        } else if (course.inputs.running() && heldUntil != 0) {
            course.enter(now, Phase.STOPPING, BACK);
        }
        course.ignitionHeldUntil = 0;
    }
}
