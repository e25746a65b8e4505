// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.trends;

import java.util.List;
import org.pigenny.core.api.History.Run;

/**
 * How long the generator ran in each of many equal columns of a stretch of time. A run that is thinner than a column still shows in it,
 * as the share of the column that it took: a short run is never lost, and many of them are never a long one.
 */
final class RunLane {
    private RunLane() {}

    /** @return for each column the share of its time with the engine running, 0 to 1 */
    static double[] shares(Span visible, List<Run> runs, int columns) {
        double[] shares = new double[columns];
        for (Run run : runs) {
            double from = Math.clamp(from(visible, run), 0, 1) * columns;
            double to = Math.clamp(to(visible, run), 0, 1) * columns;
            for (int i = (int) from; i < columns && i < to; i++) {
                shares[i] = Math.min(1, shares[i] + Math.min(to, i + 1) - Math.max(from, i));
            }
        }
        return shares;
    }

    /** Where it begins, 0 at the left end of what is visible; may lie outside. */
    static double from(Span visible, Run run) {
        return visible.at(run.fired().orElse(run.asked()));
    }

    /** Where it ends; a run that goes on reaches the right end. */
    static double to(Span visible, Run run) {
        return run.stopped().map(visible::at).orElse(1.0);
    }
}
