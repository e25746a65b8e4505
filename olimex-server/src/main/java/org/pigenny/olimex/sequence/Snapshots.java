// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.olimex.sequence;

import java.util.OptionalLong;
import org.pigenny.olimex.protocol.Phase;

/** Pictures of the sequence: for clients, and for the next process. */
final class Snapshots {
    private Snapshots() {}

    static SequenceReport report(Course course, long now, OptionalLong phaseLeft) {
        Phase phase = course.phase();
        Run run = course.run;
        boolean on = phase.starting() || phase == Phase.LOADED;
        OptionalLong lease = run.leased && on
                ? OptionalLong.of(Math.max(0, course.settings.clientLease().toNanos() - (now - run.renewedAt)))
                : OptionalLong.empty();
        return new SequenceReport(phase, phaseLeft, course.relays, course.inputs.last(),
                course.inputs.ranWhenLastSeen(), run.id, phase.starting() ? run.failedAttempts + 1 : 0,
                run.failedAttempts, run.outcome, run.startStatus, run.ranSince == 0 ? 0 : now - run.ranSince,
                run.loaded, course.faults.shown(), course.lockedOut(), lease, course.maintenance.on(), run.stopReason);
    }

    static Saved saved(Course course) {
        Run run = course.run;
        return new Saved(course.phase(), course.since(), course.relays, run.id, run.ranSince, run.stoodSince,
                run.loaded, run.warm, run.leased, run.failedAttempts, run.attemptOpen, course.maintenance.on(),
                run.outcome, run.stopReason, course.faults.kept());
    }
}
