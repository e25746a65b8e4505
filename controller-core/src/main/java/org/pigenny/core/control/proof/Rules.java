// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.control.proof;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** The rules R1, R2 and R3 of inverter.md 2.4. */
public final class Rules {
    /** Rows of another logger may lie up to an hour apart. */
    private static final long OLDEST = 3_700_000_000_000L;
    private static final double LEAST = 0.45;
    private static final double HALF_MOST = 0.8;

    private Rules() {}

    /** @param whPerPct energy of one percent of SOC */
    public static Evidence look(Track track, BatteryProfile profile, long window, double whPerPct) {
        if (track.last().isEmpty()) {
            return Evidence.NONE;
        }
        Sample now = track.last().get();
        boolean full = now.soc().orElse(0) >= profile.fullSoc();
        long least = (long) (LEAST * window);
        return new Evidence(balance(track, now, profile, whPerPct, track.around(now.nanos(), window, least, OLDEST)),
                balance(track, now, profile, whPerPct,
                        track.around(now.nanos(), window / 2, least, (long) (HALF_MOST * window))),
                line(now, profile), drop(track, profile), now.chargesFromAc(), full);
    }

    /** R1: what the battery gained by SOC and what went through the inverter, since a point. */
    private static OptionalDouble balance(Track track, Sample now, BatteryProfile profile, double whPerPct,
            Optional<Track.Point> from) {
        if (from.isEmpty() || now.soc().isEmpty() || saturated(track, from.get(), now, profile)) {
            return OptionalDouble.empty();
        }
        double gained = whPerPct * (now.soc().getAsDouble() - from.get().soc());
        double through = track.wh() - from.get().wh();
        return OptionalDouble.of((gained + through) / Track.hours(now.nanos() - from.get().nanos()));
    }

    private static boolean saturated(Track track, Track.Point from, Sample now, BatteryProfile profile) {
        if (now.soc().orElse(0) >= profile.fullSoc()) {
            return true;
        }
        for (Track.Point point : track.points()) {
            if (point.nanos() >= from.nanos() && point.soc() >= profile.fullSoc()) {
                return true;
            }
        }
        return false;
    }

    /** R2: over the voltage line of a battery that nobody charges. */
    private static OptionalDouble line(Sample now, BatteryProfile profile) {
        OptionalDouble amps = now.amps();
        if (now.inverterCharges() || amps.isEmpty() || now.soc().isEmpty()) {
            return OptionalDouble.empty();
        }
        double line = profile.lineVolts() + profile.lineSlope() * (now.soc().getAsDouble() - profile.lineSoc());
        return OptionalDouble.of(now.volts().orElse(0) + profile.ohms() * amps.getAsDouble() - line);
    }

    /** R3: mean cable drop of the newest points. */
    private static OptionalDouble drop(Track track, BatteryProfile profile) {
        List<Track.Point> points = track.points();
        if (points.size() < profile.dropSamples()) {
            return OptionalDouble.empty();
        }
        double sum = 0;
        for (int i = points.size() - profile.dropSamples(); i < points.size(); i++) {
            OptionalDouble drop = points.get(i).drop();
            if (drop.isEmpty()) {
                return OptionalDouble.empty();
            }
            sum += drop.getAsDouble();
        }
        return OptionalDouble.of(sum / profile.dropSamples());
    }
}
