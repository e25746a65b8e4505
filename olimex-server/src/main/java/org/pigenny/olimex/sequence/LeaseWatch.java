// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.olimex.sequence;

import org.pigenny.olimex.protocol.FaultCode;
import org.pigenny.olimex.protocol.Phase;
import org.pigenny.olimex.protocol.StopReason;

/** Ends a run whose client is gone, and a run without a lease at its limit. */
final class LeaseWatch {
    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    private final Course course;

    LeaseWatch(Course course) {
        this.course = course;
    }

    void look(long now) {
        Run run = course.run;
        if (!course.phase().starting() && course.phase() != Phase.LOADED) {
            return;
        }
        long silent = now - run.renewedAt;
        boolean chargerLost = course.phase() == Phase.LOADED && chargerLost(now);
        if (run.leased && (chargerLost || silent >= course.settings.clientLease().toNanos())) {
            course.stop(now, StopReason.LEASE);
            course.note(now, FaultCode.LEASE,
                    "Client did not renew its lease for " + silent / NANOS_PER_SECOND + " s");
        } else if (!run.leased && run.ranSince != 0 && now - run.ranSince >= course.settings.maxRun().toNanos()) {
            course.stop(now, StopReason.MAX_RUN);
            course.note(now, FaultCode.MAX_RUN, "Run limit reached");
        }
    }

    boolean chargerLost(long now) {
        return course.run.leased && now - course.run.renewedAt >= course.settings.chargerLease().toNanos();
    }
}
