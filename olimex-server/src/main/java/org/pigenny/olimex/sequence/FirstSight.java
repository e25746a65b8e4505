// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.olimex.sequence;

import org.pigenny.olimex.protocol.Input;
import org.pigenny.olimex.protocol.Phase;
import org.pigenny.olimex.protocol.Relay;
import org.pigenny.olimex.protocol.StartOutcome;

/** A new process takes over what the last one left, as soon as it has seen the inputs. */
final class FirstSight {
    private final Course course;

    FirstSight(Course course) {
        this.course = course;
    }

    /** Still looking: nothing is written yet. */
    boolean waiting() {
        return course.phase() == Phase.UNKNOWN
                && course.inputs.blindFor(course.since() + Windows.BLIND_BOOT) < Windows.BLIND_BOOT
                && !Relay.START.in(course.saved.relays());
    }

    void look(long now) {
        if (course.phase() != Phase.UNKNOWN || !course.inputs.settled()) {
            return;
        }
        Run run = course.run;
        Adoption.Plan plan = Adoption.plan(course.saved, course.inputs.last());
        if (plan.starterRests()) {
            course.starter.assumeUsed(now, 0);
        }
        if (plan.failed()) {
            run.outcome = StartOutcome.PENDING;
            run.fail(course.inputs.last().raw());
        }
        if (plan.unknownRun()) {
            run.begin(now, true);
            run.loaded = true;
        }
        if (course.inputs.last().on(Input.RUNNING) && run.ranSince == 0) {
            run.ranSince = now;
        }
        plan.note().ifPresent(found -> course.faults.put(found.code(), found.text()));
        course.enter(now, plan.phase(), plan.why());
        if (plan.keepsTime()) {
            course.countFrom(Math.min(now, course.saved.phaseSince()));
        }
        if (course.phase() == Phase.OFF) {
            run.settle(now, course.saved.ranSince() != 0);
            course.lockOutIfDue(now);
        }
    }
}
