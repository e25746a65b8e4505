// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.simulation.loop;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Random;

/**
 * A house on batteries and sun through the year: load by hour and whim, sun by season, hour and cloud, and the battery between
 * them. Numbers are those of the recorded site (inverter.md 2). The same seed gives the same year.
 */
public final class House {
    /** Energy of one percent of SOC, Wh (inverter.md 2.3). */
    public static final double WH_PER_PCT = 192.2;
    /** What the charger puts in, W (inverter.md 2.4). */
    private static final double CHARGER_W = 4700;
    private static final double LOSS_W = 80;
    private static final double OHMS = 0.008;
    /** W, by local hour. */
    private static final double[] LOAD = {1000, 1000, 950, 900, 900, 950, 1000, 1100, 1100, 1050, 1050, 1100, 1200,
        1300, 1300,
        1350, 1400, 1600, 1900, 2300, 2200, 1700, 1300, 1200};

    private final Random random;
    private final ZoneId zone;
    private double wh;
    private double cloud = 0.5;
    private double whim = 1;
    private int day = -1;

    public House(long seed, double soc, ZoneId zone) {
        random = new Random(seed);
        wh = soc * WH_PER_PCT;
        this.zone = zone;
    }

    /** What the inverter would tell now. */
    public record Look(double soc, double volts, double inverterVolts, double pv, double load, double charge,
            double discharge) {}

    /** Lets time pass with the charger on or off, and looks. */
    public Look pass(Duration time, Instant wall, boolean charging) {
        ZonedDateTime local = wall.atZone(zone);
        if (local.getDayOfYear() != day) {
            day = local.getDayOfYear();
            cloud = 0.1 + 0.9 * random.nextDouble();
        }
        whim += 0.05 * (1 - whim) + 0.08 * random.nextGaussian();
        double load = LOAD[local.getHour()] * Math.clamp(whim, 0.5, 2.5);
        double sun = sun(local);
        double charger = charging ? CHARGER_W : 0;
        double room = 100 * WH_PER_PCT - wh;
        double used = Math.min(sun, load + LOSS_W + Math.max(0, room));
        double net = load + LOSS_W - used;
        wh = Math.clamp(wh + (charger - net) * time.toMillis() / 3.6e6, 0, 100 * WH_PER_PCT);
        return look(load, used, net, charger);
    }

    private double sun(ZonedDateTime local) {
        double season = 0.55 - 0.45 * Math.cos(2 * Math.PI * (local.getDayOfYear() - 1) / 365);
        double half = 4.5 + 2.5 * season;
        double hour = local.getHour() + local.getMinute() / 60.0;
        double height = Math.cos(Math.PI / 2 * (hour - 12.5) / half);
        return Math.abs(hour - 12.5) < half ? 4500 * (0.3 + 0.7 * season) * height * cloud : 0;
    }

    private Look look(double load, double sun, double net, double charger) {
        double soc = Math.min(99, Math.floor(wh / WH_PER_PCT));
        double amps = (net - charger) / 52;
        double volts = 51.8 + 0.024 * (soc - 20) - OHMS * amps + (charger > 0 ? 0.9 : 0);
        double rounded = Math.round(volts * 10) / 10.0;
        double drop = charger > 0 ? 0.55 : 0.70;
        return new Look(soc, rounded, Math.round((volts - drop - 0.0022 * net / 52) * 10) / 10.0, sun, load,
                Math.max(0, -net), Math.max(0, net));
    }
}
