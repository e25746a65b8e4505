// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.control;

import java.util.List;
import java.util.Optional;
import org.pigenny.core.control.Block.Scope;
import org.pigenny.core.control.condition.Finding;
import org.pigenny.core.model.Origin;
import org.pigenny.core.model.RunReason;

/** Picks the reason of highest authority that asks for a run and that no block forbids. */
final class Wishes {
    static final Origin AUTOMATIC = new Origin("automatic");

    private Wishes() {}

    /** A reason to begin a run. */
    static Optional<Wish> toStart(Tick t, List<Block> blocks) {
        return wish(t, new Gate(blocks, false, false), true);
    }

    /** Whether an exercise may begin now. */
    static boolean exerciseMay(Tick t, List<Block> blocks) {
        boolean running = t.run != null && t.run.ending().isEmpty();
        return new Gate(blocks, running, false).opensAutomatic();
    }

    /** A reason to go on with the run; the minimum run time is one. */
    static Optional<Wish> toKeep(Tick t, List<Block> blocks) {
        Optional<Wish> wish = wish(t, new Gate(blocks, true, false), false);
        return wish.isPresent() ? wish : minimumRun(t, blocks);
    }

    /** A reason to return from the cooldown to load: what forbids a start for the engine's sake does not count. */
    static Optional<Wish> toResume(Tick t, List<Block> blocks) {
        return wish(t, new Gate(blocks, false, true), true);
    }

    private record Gate(List<Block> blocks, boolean onlyStops, boolean resuming) {
        boolean open(Scope scope) {
            for (Block block : blocks) {
                if (block.scope() == scope && counts(block)) {
                    return false;
                }
            }
            return true;
        }

        boolean opensAutomatic() {
            return open(Scope.ALL) && open(Scope.AUTOMATIC);
        }

        private boolean counts(Block block) {
            if (onlyStops) {
                return block.stops();
            }
            return !resuming || block.stops() || block.scope() == Scope.ALL;
        }
    }

    private static Optional<Wish> wish(Tick t, Gate gate, boolean fresh) {
        if (!gate.open(Scope.ALL)) {
            return Optional.empty();
        }
        if (t.manual != null) {
            return Optional.of(new Wish(RunReason.MANUAL, t.manual.origin()));
        }
        if (!gate.open(Scope.AUTOMATIC)) {
            return Optional.empty();
        }
        if (t.book.exercise().active()) {
            return Optional.of(new Wish(RunReason.EXERCISE, AUTOMATIC));
        }
        return gate.open(Scope.CONDITIONS) ? condition(t, fresh) : Optional.empty();
    }

    private static Optional<Wish> condition(Tick t, boolean fresh) {
        for (Finding finding : t.findings) {
            if (fresh ? finding.starts() : finding.keeps()) {
                return Optional.of(new Wish(finding.reason(), AUTOMATIC));
            }
        }
        for (Finding finding : t.findings) {
            if (finding.startsBlind()) {
                return Optional.of(new Wish(RunReason.DATA_LOSS, AUTOMATIC));
            }
        }
        return Optional.empty();
    }

    /** Of an automatic run whose reason is gone. A block that stops wins, except external AC, which waits like a reason. */
    private static Optional<Wish> minimumRun(Tick t, List<Block> blocks) {
        Run run = t.run;
        boolean owed = run != null && !run.manual() && run.ending().isEmpty()
                && t.nanos() - run.base() < t.settings.minRun().toNanos();
        boolean open = new Gate(blocks, true, false).opensAutomatic();
        return owed && open && run != null ? Optional.of(new Wish(run.reason(), run.origin())) : Optional.empty();
    }
}
