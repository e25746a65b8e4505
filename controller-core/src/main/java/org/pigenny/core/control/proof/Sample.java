// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.control.proof;

import java.util.OptionalDouble;

/**
 * One look at what the inverter sees of the battery; each quantity absent when unknown.
 *
 * @param nanos monotonic time
 * @param soc %
 * @param volts battery, V
 * @param inverterVolts the inverter's own sample of it, V
 * @param charge W, what the inverter puts in
 * @param discharge W, what the inverter takes out
 * @param pv W
 */
public record Sample(long nanos, OptionalDouble soc, OptionalDouble volts, OptionalDouble inverterVolts,
        OptionalDouble charge, OptionalDouble discharge, OptionalDouble pv) {

    /** Net discharge through the inverter, W. */
    public OptionalDouble net() {
        return charge.isPresent() && discharge.isPresent()
                ? OptionalDouble.of(discharge.getAsDouble() - charge.getAsDouble())
                : OptionalDouble.empty();
    }

    /** Battery current through the inverter, A, positive when discharging. */
    OptionalDouble amps() {
        OptionalDouble net = net();
        return net.isPresent() && volts.isPresent() && volts.getAsDouble() > 0
                ? OptionalDouble.of(net.getAsDouble() / volts.getAsDouble())
                : OptionalDouble.empty();
    }

    /** Whether the inverter itself charges, so that the voltage says nothing about another charger. */
    boolean inverterCharges() {
        return charge.orElse(0) > 0;
    }

    /** The inverter charges more than the sun gives: AC comes in through it (other wirings than this site's). */
    boolean chargesFromAc() {
        return pv.isPresent() && charge.orElse(0) > 200 && pv.getAsDouble() < charge.getAsDouble();
    }
}
