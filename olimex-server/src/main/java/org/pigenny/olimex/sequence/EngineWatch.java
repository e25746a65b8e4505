// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.olimex.sequence;

import org.pigenny.olimex.protocol.FaultCode;
import org.pigenny.olimex.protocol.Phase;
import org.pigenny.olimex.protocol.StopReason;

/** Sees an engine come to life, and one that stops by itself. */
final class EngineWatch {
    private static final String STALLED = "Engine stopped by itself";

    private final Course course;

    EngineWatch(Course course) {
        this.course = course;
    }

    void look(long now) {
        Run run = course.run;
        boolean mayRun = course.phase().starting() || course.phase() == Phase.LOADED;
        if (run.ranSince == 0 && course.inputs.running() && mayRun) {
            run.ranSince = now;
        }
        if (!course.phase().running() || !course.inputs.stopped()) {
            return;
        }
        if (run.pending()) {
            course.failStart(now, FaultCode.STALLED, STALLED);
        } else {
            course.note(now, FaultCode.STALLED, STALLED);
            run.stopReason = StopReason.STALLED;
            course.enter(now, Phase.STOPPING, "engine stopped by itself");
        }
    }
}
