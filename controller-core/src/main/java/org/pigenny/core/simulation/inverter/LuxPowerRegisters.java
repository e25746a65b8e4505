// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.simulation.inverter;

import java.time.ZonedDateTime;
import org.pigenny.core.device.modbus.Table;

/** Puts the model's state into registers as the recorded unit does, its noise and its oddities included. */
final class LuxPowerRegisters {
    private static final int SOH = 94;
    private static final int W016 = 0x0001;
    private static final int STRINGS_START_WATTS = 15;
    private static final double NANOS = 1e9;
    /** Running time before the simulation began, as recorded: 844 days. */
    private static final long RUNNING_SECONDS = 72_964_335;
    /** Counters before it began, tenths of a kWh, as recorded. */
    private static final long SUN1_BEFORE = 72_311;
    private static final long SUN2_BEFORE = 54_853;
    private static final long CHARGE_BEFORE = 101_952;
    private static final long DISCHARGE_BEFORE = 108_975;
    private static final long OUTPUT_BEFORE = 156_909;
    private static final long LOAD_BEFORE = 183_523;
    private static final double STRING1_SHARE = 0.46;

    private final Battery battery;
    private final Flows flows;
    private final Energy energy;
    private final long nanos;

    LuxPowerRegisters(Battery battery, Flows flows, Energy energy, long nanos) {
        this.battery = battery;
        this.flows = flows;
        this.energy = energy;
        this.nanos = nanos;
    }

    RegisterImage image() {
        RegisterImage image = new RegisterImage();
        for (int address = 0; address < 200; address++) {
            image.input(address, 0);
        }
        power(image);
        battery(image);
        counters(image);
        status(image);
        garbage(image);
        return image;
    }

    private void power(RegisterImage image) {
        double sun = flows.sunWatts() < STRINGS_START_WATTS ? 0 : flows.sunWatts();
        long string1 = Math.round(sun * STRING1_SHARE);
        image.input(0, state(sun)).input(6, internalState(sun));
        image.input(1, sun > 0 ? 3600 + Math.round(sun / 10) : 25).input(2, sun > 0 ? 3550 + Math.round(sun / 12) : 20);
        image.input(3, 5).input(7, string1).input(8, Math.round(sun) - string1).input(9, 0);
        image.input(10, Math.round(flows.chargeWatts())).input(11, Math.round(flows.dischargeWatts()));
        image.input(14, 1).input(18, 473).input(20, 2396).input(23, 6000);
        long load = Math.round(flows.loadWatts());
        long leg1 = Math.round(load * 0.36);
        image.input(24, load).input(25, Math.round(load * 1.04)).input(38, 3685).input(39, 3105);
        image.input(120, 1842).input(127, 1206).input(128, 1203).input(129, leg1).input(130, load - leg1);
        image.input(131, Math.round(leg1 * 1.15)).input(132, load - leg1).input(170, load);
    }

    private int state(double sun) {
        if (flows.chargeWatts() > 0) {
            return 0x88;
        }
        return sun > 0 ? 0xC0 : 0x40;
    }

    private int internalState(double sun) {
        if (flows.chargeWatts() > 0) {
            return 0x3D00;
        }
        return sun > 0 ? 0x3B00 : 0x3900;
    }

    private void battery(RegisterImage image) {
        double volts = battery.voltage();
        double amps = (flows.dischargeWatts() - flows.chargeWatts()) / volts;
        // Rule R3: the inverter's own sample lies behind the cable, less far while the charger holds the cable's end up.
        double drop = flows.externalWatts() > 0 ? 0.55 : 0.695;
        image.input(4, Math.round(volts * 10)).input(107, Math.round((volts - drop - 0.0022 * amps) * 10));
        image.input(5, (SOH << 8) | battery.shownPercent());
        // Only the master pack of two is reported.
        image.input(98, Math.round(flows.batteryWatts() / volts / 2 * 10));
        long cell = Math.round(volts / 16 * 1000);
        image.input(101, cell + 6).input(102, cell - 6).input(103, 143).input(104, 105);
        image.input(80, 22).input(81, 600).input(82, 2000).input(83, 560).input(84, 460).input(95, 3).input(97, 200);
    }

    private void counters(RegisterImage image) {
        long sun1 = Math.round(energy.sunTenths() * STRING1_SHARE);
        long sun2 = energy.sunTenths() - sun1;
        image.input(28, sun1).input(29, sun2).input(33, energy.chargeTenths()).input(34, energy.dischargeTenths());
        image.input(35, energy.loadTenths()).input(171, energy.loadTenths());
        image.input32(40, SUN1_BEFORE + sun1).input32(42, SUN2_BEFORE + sun2).input32(44, 7).input32(48, 37_822);
        image.input32(50, CHARGE_BEFORE + energy.chargeTenths())
                .input32(52, DISCHARGE_BEFORE + energy.dischargeTenths());
        image.input32(54, OUTPUT_BEFORE + energy.loadTenths()).input32(56, 91).input32(58, 8);
        image.input32(125, 64_444).input32(172, LOAD_BEFORE + energy.loadTenths());
        image.input32(135, OUTPUT_BEFORE + energy.loadTenths()).input32(137, OUTPUT_BEFORE + energy.loadTenths());
        image.input32(69, RUNNING_SECONDS + (long) (nanos / NANOS));
    }

    private void status(RegisterImage image) {
        image.input(63, W016).input(64, 23).input(65, 30 + Math.round(flows.loadWatts() / 700)).input(66, 29);
        image.input(67, 4).input(78, 1).input(79, 1).input(105, 16).input(106, 2).input(108, 219).input(113, 501);
        for (int i = 0; i < 5; i++) {
            image.input(115 + i, 0x4241 + i * 0x0101);
        }
    }

    /** FC 04 at 186 to 198 answers with the holding registers of that number (inverter.md, quirk 6). */
    private static void garbage(RegisterImage image) {
        int[] holding = {300, 0, 44, 0, 50, 100, 100, 20, 540, 565, 0, 100, 22};
        for (int i = 0; i < holding.length; i++) {
            image.input(186 + i, holding[i]);
        }
    }

    /** The holding registers that tell the make, the clock and the limits. */
    static RegisterImage holding(ZonedDateTime clock) {
        RegisterImage image = new RegisterImage();
        for (int address = 0; address < 500; address++) {
            image.set(Table.HOLDING, address, 0);
        }
        int[][] known = {{0, 0x96C2}, {1, 9}, {7, 0x4146}, {8, 0x4241}, {9, 0x1303}, {10, 0x0112}, {15, 1}, {16, 1},
            {19, 44}, {20, 4}, {21, 0x43C1}, {64, 100}, {65, 100}, {66, 60}, {67, 100}, {99, 560}, {100, 400},
            {101, 200}, {102, 100}, {105, 12}, {110, 1056}, {125, 12}, {144, 540}, {158, 385}, {159, 570}, {160, 5},
            {176, 65_535}, {177, 60}, {179, 64}, {186, 300}, {188, 44}, {190, 50}, {191, 100}, {192, 100}, {193, 20},
            {194, 540}, {195, 565}, {197, 100}, {198, 22}};
        for (int[] row : known) {
            image.set(Table.HOLDING, row[0], row[1]);
        }
        for (int i = 0; i < 5; i++) {
            image.set(Table.HOLDING, 2 + i, 0x4241 + i * 0x0101);
        }
        image.set(Table.HOLDING, 12, (clock.getMonthValue() << 8) | clock.getYear() % 100);
        image.set(Table.HOLDING, 13, (clock.getHour() << 8) | clock.getDayOfMonth());
        image.set(Table.HOLDING, 14, (clock.getSecond() << 8) | clock.getMinute());
        return image;
    }
}
