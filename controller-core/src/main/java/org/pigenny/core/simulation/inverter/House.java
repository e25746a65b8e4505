// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.simulation.inverter;

import java.time.LocalTime;

/**
 * What the house draws and the sun gives, by the hour of the day. The loads are those of the recorded house (inverter.md
 * 2.3); the sun is a winter day with passing clouds. Repeatable: the same moment gives the same watts.
 *
 * @param sunPeakWatts of a clear noon, both strings together
 */
public record House(double sunPeakWatts) {
    public static final House RECORDED = new House(2600);

    private static final double[] LOAD_BY_HOUR = {1000, 950, 900, 880, 880, 900, 950, 1000, 1050, 1050, 1100, 1150,
        1250,
        1300, 1350, 1400, 1450, 1500, 1800, 2200, 2300, 1700, 1300, 1200};
    private static final double SUNRISE = 7.5;
    private static final double SUNSET = 16.7;
    private static final double SECONDS_PER_HOUR = 3600;

    double loadWatts(LocalTime time) {
        double hour = time.toSecondOfDay() / SECONDS_PER_HOUR;
        int now = (int) hour;
        double share = hour - now;
        double base = LOAD_BY_HOUR[now] * (1 - share) + LOAD_BY_HOUR[(now + 1) % 24] * share;
        // A fridge every 40 min, a pump now and then.
        double fridge = time.toSecondOfDay() / 60 % 40 < 14 ? 130 : -60;
        double pump = time.toSecondOfDay() / 60 % 170 < 6 ? 700 : 0;
        return base + fridge + pump + ripple(time.toSecondOfDay() / 30.0) * 40;
    }

    /** Share of the two strings differs a little, as their roofs do. */
    double sunWatts(LocalTime time) {
        double hour = time.toSecondOfDay() / SECONDS_PER_HOUR;
        if (hour <= SUNRISE || hour >= SUNSET) {
            return 0;
        }
        double height = Math.sin(Math.PI * (hour - SUNRISE) / (SUNSET - SUNRISE));
        double clouds = 0.72 + 0.28 * ripple(time.toSecondOfDay() / 700.0);
        return sunPeakWatts * Math.pow(height, 1.3) * clouds;
    }

    /** Between -1 and 1, smooth, without a visible period. */
    private static double ripple(double x) {
        return (Math.sin(x) + Math.sin(x * 1.618 + 1) + Math.sin(x * 0.414 + 2)) / 3;
    }
}
