// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.olimex.sequence;

import java.util.Optional;
import org.pigenny.olimex.protocol.Phase;
import org.pigenny.olimex.protocol.StartOutcome;
import org.pigenny.olimex.protocol.StopReason;

/**
 * What must survive the process so that the next one can take a running engine over. Times are nanoseconds of a clock that
 * goes on across processes.
 *
 * @param phase reached last; {@link Phase#UNKNOWN} when nothing is known of a previous process
 * @param ranSince since when the engine runs, 0 when it does not
 * @param stoodSince since when it stands after its last run, 0 when that is not known
 * @param attemptOpen the starter was used in a start that had no end yet
 * @param maintenance relays were set by hand
 */
public record Saved(Phase phase, long phaseSince, int relays, long runId, long ranSince, long stoodSince,
        boolean loaded, boolean warm, boolean leased, int failedAttempts, boolean attemptOpen, boolean maintenance,
        StartOutcome lastStart, StopReason stopReason, Optional<Fault> fault) {
    /** Nothing known: the first start ever, or a state file that was damaged. */
    public static final Saved NONE = new Saved(Phase.UNKNOWN, 0, 0, 0, 0, 0, false, false, true, 0, false, false,
            StartOutcome.NONE, StopReason.NONE, Optional.empty());

    /** The same on a clock that shows {@code by} more. */
    public Saved shifted(long by) {
        return new Saved(phase, phaseSince + by, relays, runId, ranSince == 0 ? 0 : ranSince + by,
                stoodSince == 0 ? 0 : stoodSince + by, loaded, warm, leased, failedAttempts, attemptOpen, maintenance,
                lastStart, stopReason, fault);
    }

    /** Whether the engine was to keep running. */
    public boolean engineOn() {
        return phase.running() || phase == Phase.VERIFY;
    }
}
