// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.simulation.inverter;

/** Counters of the inverter since the simulation began. */
final class Energy {
    private static final double WATT_SECONDS_PER_TENTH_KWH = 360_000;

    private double sun;
    private double load;
    private double charge;
    private double discharge;

    void pass(double seconds, Flows flows) {
        sun += flows.sunWatts() * seconds;
        load += flows.loadWatts() * seconds;
        charge += flows.chargeWatts() * seconds;
        discharge += flows.dischargeWatts() * seconds;
    }

    /** In the registers' tenths of a kWh. */
    long sunTenths() {
        return tenths(sun);
    }

    long loadTenths() {
        return tenths(load);
    }

    long chargeTenths() {
        return tenths(charge);
    }

    long dischargeTenths() {
        return tenths(discharge);
    }

    private static long tenths(double wattSeconds) {
        return Math.round(wattSeconds / WATT_SECONDS_PER_TENTH_KWH);
    }
}
