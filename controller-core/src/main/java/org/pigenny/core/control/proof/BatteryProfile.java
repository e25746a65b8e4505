// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.control.proof;

/**
 * Constants of the rules R2 and R3 for one kind of battery and wiring (inverter.md 2.4).
 *
 * @param ohms internal resistance, Ω
 * @param lineVolts resting voltage of a battery that is not charged, at {@code lineSoc}, V
 * @param lineSoc %
 * @param lineSlope V per %
 * @param sureVolts beyond this margin rule R2 is sure, V
 * @param cableOhms of the cable between battery and inverter, Ω
 * @param dropCharging a mean cable drop below this is a charger's, V
 * @param dropIdle a mean cable drop above this is nobody's, V
 * @param dropSamples readings that rule R3 needs
 * @param fullSoc from here on SOC says nothing about energy, %
 */
public record BatteryProfile(double ohms, double lineVolts, double lineSoc, double lineSlope, double sureVolts,
        double cableOhms, double dropCharging, double dropIdle, int dropSamples, double fullSoc) {
    /**
     * 16 cells LFP behind a LuxPower inverter. R3's single threshold of 0.62 V is widened to a band, in which it says
     * nothing.
     */
    public static final BatteryProfile LFP_16S = new BatteryProfile(0.008, 52.30, 20, 0.024, 0.2, 0.0022, 0.60, 0.64,
            3, 99);
}
