// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.control.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The recent past of the battery without a gap. Energy is summed at every look; points are kept far enough apart to stay few.
 *
 * @param points oldest first
 * @param wh taken through the inverter since the track began, Wh
 * @param last newest sample, whether or not it became a point
 */
public record Track(List<Point> points, double wh, Optional<Sample> last) {
    public static final Track EMPTY = new Track(List.of(), 0, Optional.empty());
    private static final double NANOS_PER_HOUR = 3.6e12;
    /** Longer than this without a sample, and the power in between is anybody's guess. */
    private static final long GAP = 3_700_000_000_000L;
    private static final int POINTS_PER_WINDOW = 40;

    /**
     * @param wh taken until then
     * @param drop over the cable, V
     */
    record Point(long nanos, double soc, double wh, OptionalDouble drop) {}

    /** One look. Unknown powers, or a gap, begin a new track. */
    Track next(Sample now, BatteryProfile profile, long window) {
        OptionalDouble net = now.net();
        if (net.isEmpty()) {
            return new Track(List.of(), wh, Optional.of(now));
        }
        OptionalDouble before = last.isPresent() ? last.get().net() : OptionalDouble.empty();
        if (before.isEmpty() || now.nanos() - last.get().nanos() > GAP) {
            return new Track(List.of(), wh, Optional.of(now)).point(now, profile, window);
        }
        double hours = (now.nanos() - last.get().nanos()) / NANOS_PER_HOUR;
        double sum = wh + (net.getAsDouble() + before.getAsDouble()) / 2 * hours;
        return new Track(points, sum, Optional.of(now)).point(now, profile, window);
    }

    private Track point(Sample now, BatteryProfile profile, long window) {
        if (now.soc().isEmpty()
                || (!points.isEmpty() && now.nanos() - points.getLast().nanos() < window / POINTS_PER_WINDOW)) {
            return this;
        }
        List<Point> kept = new ArrayList<>(points);
        kept.add(new Point(now.nanos(), now.soc().getAsDouble(), wh, drop(now, profile)));
        while (kept.size() > profile.dropSamples() && now.nanos() - kept.get(1).nanos() >= window) {
            kept.removeFirst();
        }
        return new Track(List.copyOf(kept), wh, last);
    }

    private static OptionalDouble drop(Sample now, BatteryProfile profile) {
        OptionalDouble amps = now.amps();
        return now.volts().isPresent() && now.inverterVolts().isPresent() && amps.isPresent()
                ? OptionalDouble.of(now.volts().getAsDouble() - now.inverterVolts().getAsDouble()
                        - profile.cableOhms() * amps.getAsDouble())
                : OptionalDouble.empty();
    }

    /** The same, as if it began now. */
    Track cut() {
        return new Track(List.of(), wh, last);
    }

    /** The point whose age is nearest to the wanted one, within the given ages. */
    Optional<Point> around(long now, long wanted, long least, long most) {
        Point best = null;
        for (Point point : points) {
            long age = now - point.nanos();
            if (age >= least && age <= most
                    && (best == null || Math.abs(age - wanted) < Math.abs(now - best.nanos() - wanted))) {
                best = point;
            }
        }
        return Optional.ofNullable(best);
    }

    static double hours(long nanos) {
        return nanos / NANOS_PER_HOUR;
    }
}
