// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.control.proof;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import org.pigenny.core.model.ChargeProof.Range;

/**
 * The charge of the run under way, since the charger came on.
 *
 * @param from monotonic time at which it came on
 * @param soc when it was first known
 * @param through what went through the inverter out of the battery since then, Wh
 * @param provenAt when it last counted as charging; the beginning before that
 * @param cycled whether the charger relay was cycled for want of a charge
 */
public record Load(long from, OptionalDouble soc, double through, long provenAt, boolean cycled) {
    /** Before this the SOC steps are too coarse for a time to the stop value. */
    private static final double LEAST_HOURS = 1 / 6.0;
    private static final double LEAST_RATE_W = 50;
    /** How much the house load may change. */
    private static final double CHANGE = 0.15;

    public static Load begun(long now) {
        return new Load(now, OptionalDouble.empty(), 0, now, false);
    }

    /** @param taken through the inverter since the last look, Wh */
    Load next(Sample sample, double taken, boolean charging) {
        OptionalDouble first = soc.isPresent() ? soc : sample.soc();
        return new Load(from, first, soc.isPresent() ? through + taken : 0, charging ? sample.nanos() : provenAt,
                cycled);
    }

    public Load cycle() {
        return new Load(from, soc, through, provenAt, true);
    }

    /** Time without proof. */
    public Duration waiting(long now) {
        return Duration.ofNanos(now - provenAt);
    }

    /** Put in by the charger so far, Wh. */
    public double energy(Sample now, double whPerPct) {
        return soc.isEmpty() || now.soc().isEmpty()
                ? 0
                : Math.max(0, whPerPct * (now.soc().getAsDouble() - soc.getAsDouble()) + through);
    }

    /** When the stop value will be reached, as a range: the SOC steps and the house both blur it. */
    public Optional<Range> toStop(Sample now, double whPerPct, double stop) {
        double hours = Track.hours(now.nanos() - from);
        if (hours < LEAST_HOURS || now.soc().isEmpty() || now.net().isEmpty() || soc.isEmpty()) {
            return Optional.empty();
        }
        double rate = energy(now, whPerPct) / hours - now.net().getAsDouble();
        double blur = whPerPct / hours + CHANGE * Math.abs(now.net().getAsDouble());
        double left = stop - now.soc().getAsDouble();
        if (rate - blur < LEAST_RATE_W || left <= 0) {
            return Optional.empty();
        }
        return Optional.of(new Range(time(Math.max(0, left - 1) * whPerPct / (rate + blur)),
                time(left * whPerPct / (rate - blur))));
    }

    private static Duration time(double hours) {
        return Duration.ofSeconds(Math.round(hours * 3600));
    }
}
