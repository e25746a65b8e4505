// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.control.proof;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Learns the energy of one percent of SOC while the engine is off: what went out through the inverter from one step of the SOC
 * to another, ten percent lower. Immutable.
 *
 * @param learned Wh per percent, as a slow mean
 * @param from the step it counts from
 * @param lastSoc %
 */
public record Learner(OptionalDouble learned, Optional<Step> from, OptionalDouble lastSoc) {
    public static final Learner FRESH = new Learner(OptionalDouble.empty(), Optional.empty(), OptionalDouble.empty());
    private static final double SPAN = 10;
    private static final double NEWEST = 0.25;
    /** Farther than this from the setting, something else is at work. */
    private static final double LEAST = 0.8;
    private static final double MOST = 1.25;

    /** @param wh sum of the track at the step */
    record Step(double soc, double wh) {}

    public double whPerPct(double configured) {
        double value = learned.orElse(configured);
        return Math.clamp(value, LEAST * configured, MOST * configured);
    }

    /** @param quiet whether nothing but the house and the sun is at the battery */
    Learner next(Track track, boolean quiet, double fullSoc, double configured) {
        OptionalDouble soc = track.last().map(Sample::soc).orElse(OptionalDouble.empty());
        if (!quiet || soc.isEmpty() || soc.getAsDouble() >= fullSoc || track.points().size() <= 1) {
            return from.isEmpty() && lastSoc.isEmpty() ? this : forget();
        }
        if (lastSoc.isPresent() && soc.getAsDouble() == lastSoc.getAsDouble()) {
            return this;
        }
        boolean step = lastSoc.isPresent() && soc.getAsDouble() == lastSoc.getAsDouble() - 1;
        if (!step) {
            return new Learner(learned, Optional.empty(), soc);
        }
        Step here = new Step(soc.getAsDouble(), track.wh());
        if (from.isEmpty()) {
            return new Learner(learned, Optional.of(here), soc);
        }
        double dropped = from.get().soc() - here.soc();
        return dropped < SPAN
                ? new Learner(learned, from, soc)
                : new Learner(mean((here.wh() - from.get().wh()) / dropped, configured), Optional.of(here), soc);
    }

    private OptionalDouble mean(double measured, double configured) {
        if (measured < LEAST * configured || measured > MOST * configured) {
            return learned;
        }
        return OptionalDouble.of(learned.isPresent()
                ? learned.getAsDouble() + NEWEST * (measured - learned.getAsDouble())
                : configured + NEWEST * (measured - configured));
    }

    private Learner forget() {
        return new Learner(learned, Optional.empty(), OptionalDouble.empty());
    }
}
