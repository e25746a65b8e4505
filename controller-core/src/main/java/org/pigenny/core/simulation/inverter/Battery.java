// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.simulation.inverter;

/**
 * Sixteen LFP cells in series, as recorded: 192.2 Wh a percent, a flat voltage line over the charge, 8 mΩ at once and as
 * much again within minutes. Rest voltages and the slow part were fitted so that rules R1 to R3 of inverter.md 2.4 judge this
 * battery as they judge the real one.
 */
final class Battery {
    /** Of the recorded house, two packs (inverter.md 2.3). */
    static final double RECORDED_WH_PER_PERCENT = 192.2;
    /** The real one never shows more (inverter.md). */
    static final double FULL_PERCENT = 99;
    private static final double OHMS = 0.008;
    private static final double SLOW_OHMS = 0.0085;
    private static final double SLOW_SECONDS = 240;
    private static final double[][] REST = {{0, 47.0}, {5, 50.2}, {10, 51.1}, {20, 51.85}, {28, 52.10}, {32, 52.20},
        {39, 52.45}, {51, 52.60}, {60, 52.75}, {66, 52.95}, {73, 53.25}, {86, 53.40}, {97, 53.50}, {100, 53.70}};

    private final double whPerPercent;
    private double wattHours;
    /** Current out of the battery, slow part of it. */
    private double slowAmps;
    private double amps;

    Battery(double percent, double whPerPercent) {
        this.whPerPercent = whPerPercent;
        this.wattHours = percent * whPerPercent;
    }

    /**
     * Lets time pass.
     *
     * @param watts out of the battery; negative when it is charged
     */
    void pass(double seconds, double watts) {
        amps = watts / voltage();
        wattHours = Math.clamp(wattHours - watts * seconds / 3600, 0, 100 * whPerPercent);
        slowAmps += (amps - slowAmps) * (1 - Math.exp(-seconds / SLOW_SECONDS));
    }

    double percent() {
        return wattHours / whPerPercent;
    }

    /** As the inverter shows it: whole percent, never above 99. */
    int shownPercent() {
        return (int) Math.min(FULL_PERCENT, Math.floor(percent()));
    }

    double voltage() {
        return rest() - OHMS * amps - SLOW_OHMS * slowAmps;
    }

    private double rest() {
        double percent = percent();
        int i = 1;
        while (i < REST.length - 1 && REST[i][0] < percent) {
            i++;
        }
        double share = (percent - REST[i - 1][0]) / (REST[i][0] - REST[i - 1][0]);
        return REST[i - 1][1] + share * (REST[i][1] - REST[i - 1][1]);
    }
}
