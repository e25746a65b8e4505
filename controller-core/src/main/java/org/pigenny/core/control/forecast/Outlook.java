// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.control.forecast;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.OptionalDouble;

/** Walks from now into the coming day, hour by hour, until the battery is down. */
record Outlook(HourProfile house, HourProfile sun, Instant now, ZoneId zone) {
    /** "Not expected while the sun helps" beyond this share of the load (inverter.md 2.3). */
    static final double SUN_SHARE = 0.3;
    private static final Duration STEP = Duration.ofMinutes(10);
    private static final Duration FARTHEST = Duration.ofHours(24);
    /** What is unusual now is half forgotten after this. */
    private static final double FORGET_HOURS = 3;
    private static final long SECONDS_PER_HOUR = 3600;
    /** Where nothing is learned yet, the sun is taken to shine from here to there, local time. */
    private static final int SUNRISE = 8;
    private static final int SUNSET = 16;

    /** @param whTo energy until the battery is down, Wh */
    Estimate walk(double whTo, double houseNow) {
        double left = whTo;
        double usual = house.at(hour(now)).orElse(houseNow);
        double stepHours = STEP.toSeconds() / 3600.0;
        for (Duration ahead = Duration.ZERO; ahead.compareTo(FARTHEST) < 0; ahead = ahead.plus(STEP)) {
            Instant then = now.plus(ahead);
            double keep = Math.exp(-ahead.toSeconds() / 3600.0 / FORGET_HOURS);
            double power = house.at(hour(then)).orElse(usual) + keep * (houseNow - usual);
            if (sunny(then, power)) {
                return Estimate.nothing("forecast.sun_first");
            }
            double taken = Math.max(0, power) * stepHours;
            if (taken >= left) {
                return new Estimate.At(then.plusSeconds(Math.round(left / power * 3600)), Duration.ZERO);
            }
            left -= taken;
        }
        return Estimate.nothing("forecast.too_far");
    }

    private boolean sunny(Instant then, double power) {
        OptionalDouble learned = sun.at(hour(then));
        if (learned.isPresent()) {
            return learned.getAsDouble() > SUN_SHARE * power;
        }
        int local = then.atZone(zone).getHour();
        // The present hour is judged by what the sun does now.
        return local >= SUNRISE && local < SUNSET && hour(then) != hour(now);
    }

    static int hour(Instant at) {
        return Math.floorMod(Math.floorDiv(at.getEpochSecond(), SECONDS_PER_HOUR), HourProfile.HOURS);
    }
}
