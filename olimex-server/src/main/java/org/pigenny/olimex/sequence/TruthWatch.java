// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.olimex.sequence;

import java.util.Set;
import org.pigenny.olimex.protocol.FaultCode;
import org.pigenny.olimex.protocol.Phase;

/** Acts on what relays and inputs must never say together. */
final class TruthWatch {
    private final Course course;
    private final TruthTable truth;

    TruthWatch(Course course) {
        this.course = course;
        truth = new TruthTable(course.settings.stopTimeout().toNanos());
    }

    void look(long now) {
        if (course.phase() == Phase.UNKNOWN) {
            return;
        }
        Set<FaultCode> found = truth.look(now, course.relays, course.inputs.last());
        if (found.contains(FaultCode.WELDED_STARTER)) {
            course.raise(now, FaultCode.WELDED_STARTER, "Starter stays engaged with START off");
        }
        if (found.contains(FaultCode.WONT_STOP) && course.phase() != Phase.STOPPING) {
            course.raise(now, FaultCode.WONT_STOP, "Engine runs with ignition off");
        }
        if (found.contains(FaultCode.IGNITION)) {
            wiring(now, FaultCode.IGNITION, "Ignition is not live with IGN on");
        }
        if (found.contains(FaultCode.NO_ENGAGE)) {
            wiring(now, FaultCode.NO_ENGAGE, "Starter does not engage with START on");
        }
    }

    /** Ends a start; of an engine that runs all the same it is only told. */
    private void wiring(long now, FaultCode code, String text) {
        if (course.phase().cranking() || course.phase() == Phase.VERIFY) {
            course.failStart(now, code, text);
        } else {
            course.note(now, code, text);
        }
    }
}
