// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.control.forecast;

/**
 * Where between two whole percents the battery is: SOC is shown in whole percents, and the last step tells when it was exactly
 * at one.
 *
 * @param soc shown since then, %
 * @param net net discharge summed until then, Wh
 * @param exact whether the step down to {@code soc} was seen
 */
record SocEdge(double soc, double net, boolean exact) {
    /** More than this used up without a step, and the battery does not follow the model, %. */
    private static final double OVERDUE = 1.5;

    SocEdge next(double shown, double netNow) {
        return shown == soc ? this : new SocEdge(shown, netNow, shown == soc - 1);
    }

    /** How far down to the step that shows less than {@code start}, %. A step to s means that s + 1 was just left. */
    double percentTo(double start, double netNow, double whPerPct) {
        double used = (netNow - net) / whPerPct;
        double height = exact ? 1 - used : 0.5 - used / 2;
        return soc + Math.clamp(height, 0, 1) - Math.ceil(start);
    }

    boolean overdue(double netNow, double whPerPct) {
        return (netNow - net) / whPerPct > OVERDUE;
    }
}
