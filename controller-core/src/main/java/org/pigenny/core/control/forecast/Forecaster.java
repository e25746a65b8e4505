// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.control.forecast;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pigenny.core.control.proof.Sample;
import org.pigenny.core.model.Forecast;

/**
 * Learns the site and says when `soc.start` will be reached, or that nobody can say. Immutable.
 *
 * @param issued forecasts whose truth is not known yet
 * @param estimate newest
 * @param shown the same for people
 * @param madeAt monotonic time of it
 */
public record Forecaster(Recent recent, Optional<SocEdge> edge, HourMeans means, Errors errors, List<Issued> issued,
        Estimate estimate, Forecast shown, long madeAt) {
    private static final Estimate.Nothing NONE_YET = Estimate.nothing("forecast.none_yet");
    private static final Estimate.Nothing BLIND = Estimate.nothing("forecast.blind");
    public static final Forecaster FRESH = new Forecaster(Recent.EMPTY, Optional.empty(), HourMeans.EMPTY,
            Errors.RECORDED, List.of(), NONE_YET, new Forecast.None(NONE_YET.why()), 0);
    /** Below this net discharge there is nothing to forecast (inverter.md 2.3), W. */
    private static final double LEAST_NET = 150;
    private static final Duration AGAIN = Duration.ofMinutes(1);
    private static final Duration ISSUE_EVERY = Duration.ofMinutes(10);
    private static final Duration FORGET = Duration.ofHours(24);

    /** @param at monotonic time at which it was issued */
    record Issued(long at, Instant made, Instant expected) {}

    public Forecaster {
        issued = List.copyOf(issued);
    }

    /** As learned before a restart. */
    public static Forecaster learned(HourProfile house, HourProfile sun, Errors errors) {
        return new Forecaster(Recent.EMPTY, Optional.empty(), new HourMeans(house, sun, Optional.empty()), errors,
                List.of(), NONE_YET, new Forecast.None(NONE_YET.why()), 0);
    }

    /** @param charging whether anything but the sun charges, or the engine is on */
    public record Situation(Instant wall, ZoneId zone, double start, double whPerPct, boolean charging) {}

    /** One look; a new estimate is made at most once a minute. */
    public Forecaster next(Sample sample, Situation now) {
        Recent seen = recent.next(sample);
        if (seen.last().isEmpty()) {
            return new Forecaster(seen, Optional.empty(), means, errors, issued, BLIND,
                    new Forecast.None(BLIND.why()), madeAt);
        }
        Optional<SocEdge> at = edge(seen, sample);
        boolean crossed = crossed(sample, now);
        boolean due = crossed || recent.last().isEmpty() || sample.nanos() - madeAt >= AGAIN.toNanos();
        if (!due) {
            return new Forecaster(seen, at, means.next(now.wall(), seen), errors, issued, estimate, shown, madeAt);
        }
        Errors known = crossed ? judged(now.wall()) : errors;
        Forecaster moved = new Forecaster(seen, at, means.next(now.wall(), seen), known, crossed ? List.of() : issued,
                estimate, shown, sample.nanos());
        return moved.estimated(sample, now);
    }

    private Optional<SocEdge> edge(Recent seen, Sample sample) {
        if (sample.soc().isEmpty()) {
            return Optional.empty();
        }
        double soc = sample.soc().getAsDouble();
        double net = seen.now().net();
        return Optional.of(edge.map(known -> known.next(soc, net)).orElse(new SocEdge(soc, net, false)));
    }

    private boolean crossed(Sample sample, Situation now) {
        return edge.filter(known -> known.soc() >= now.start()).isPresent() && sample.soc().isPresent()
                && sample.soc().getAsDouble() < now.start();
    }

    /** The truth is here: each forecast that waited for it was this wrong. */
    private Errors judged(Instant truth) {
        Errors known = errors;
        for (Issued one : issued) {
            known = known.learn(Duration.between(one.made(), truth), Duration.between(one.expected(), truth).abs());
        }
        return known;
    }

    private Forecaster estimated(Sample sample, Situation now) {
        Estimate next = estimate(now);
        List<Issued> kept = new ArrayList<>(issued);
        kept.removeIf(one -> now.charging() || sample.nanos() - one.at() > FORGET.toNanos());
        boolean due = kept.isEmpty() || sample.nanos() - kept.getLast().at() >= ISSUE_EVERY.toNanos();
        if (next instanceof Estimate.At at && due) {
            kept.add(new Issued(sample.nanos(), now.wall(), at.at()));
        }
        return new Forecaster(recent, edge, means, errors, kept, next, Estimate.shown(next, now.wall(), shown), madeAt);
    }

    private Estimate estimate(Situation now) {
        if (now.charging()) {
            return Estimate.nothing("forecast.charging");
        }
        if (edge.isEmpty()) {
            return BLIND;
        }
        double net = recent.now().net();
        if (edge.get().soc() < now.start()) {
            return Estimate.nothing("forecast.reached");
        }
        Optional<Recent.Means> hour = recent.means();
        if (hour.isEmpty()) {
            return NONE_YET;
        }
        if (hour.get().net() < LEAST_NET || hour.get().sun() > Outlook.SUN_SHARE * hour.get().house()) {
            return Estimate.nothing("forecast.sun");
        }
        if (edge.get().overdue(net, now.whPerPct())) {
            return Estimate.nothing("forecast.odd");
        }
        return walk(now, hour.get(), net);
    }

    private Estimate walk(Situation now, Recent.Means hour, double net) {
        double wh = edge.orElseThrow().percentTo(now.start(), net, now.whPerPct()) * now.whPerPct();
        Estimate found = new Outlook(means.house(), means.sun(), now.wall(), now.zone()).walk(Math.max(0, wh),
                hour.house());
        return found instanceof Estimate.At at
                ? new Estimate.At(at.at(), errors.bar(Duration.between(now.wall(), at.at())))
                : found;
    }
}
