// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.simulation.inverter;

/**
 * Where the watts go at one moment; none is negative.
 *
 * @param chargeWatts what the inverter puts into the battery; never together with discharge
 * @param dischargeWatts what the inverter takes from the battery
 * @param externalWatts what the external charger puts in, past the inverter
 */
record Flows(double loadWatts, double sunWatts, double chargeWatts, double dischargeWatts, double externalWatts) {
    /** @param full a full battery takes no surplus: the strings are throttled to what the house draws */
    static Flows of(double load, double sun, double external, double loss, boolean full) {
        double used = full ? Math.min(sun, load + loss) : sun;
        double surplus = used - load - loss;
        return new Flows(load, used, Math.max(0, surplus), Math.max(0, -surplus), external);
    }

    /** Into the battery, over both ways. */
    double batteryWatts() {
        return chargeWatts + externalWatts - dischargeWatts;
    }
}
