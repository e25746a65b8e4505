// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.control.input;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import org.pigenny.core.model.InverterReport;
import org.pigenny.core.model.PlantSnapshot;
import org.pigenny.core.model.Quantity;

/**
 * The quantities that decide, each absent when it is unknown.
 *
 * @param soc %
 * @param volts of the battery, V
 * @param inverterVolts the inverter's own sample of it (register 107), V
 * @param load of the house, W
 * @param charge what the inverter puts into the battery, W
 * @param discharge what the inverter takes from the battery, W
 * @param pv of all strings, W
 * @param dischargeAmps net battery discharge, A, negative when charging
 * @param temperature of the hotter radiator, °C
 * @param tooHot whether the inverter itself says so (E025 or W013)
 * @param overload W028
 * @param externalAc whether external AC is present
 * @param flags state, faults and warnings of the inverter
 */
public record Inputs(OptionalDouble soc, OptionalDouble volts, OptionalDouble inverterVolts, OptionalDouble load,
        OptionalDouble charge, OptionalDouble discharge, OptionalDouble pv, OptionalDouble dischargeAmps,
        OptionalDouble temperature, Optional<Boolean> tooHot, Optional<Boolean> overload, Optional<Boolean> externalAc,
        Optional<InverterReport.Flags> flags) {
    private static final long E025 = 1L << 25;
    private static final long W013 = 1L << 13;

    public static Inputs of(PlantSnapshot now, Duration pollInterval) {
        Known known = new Known(now, pollInterval);
        OptionalDouble volts = known.of(Quantity.BATTERY_VOLTAGE);
        OptionalDouble charge = known.of(Quantity.CHARGE_POWER);
        OptionalDouble discharge = known.of(Quantity.DISCHARGE_POWER);
        Optional<InverterReport.Flags> flags = now.inverter().knownFlags(now.nanos(), pollInterval);
        return new Inputs(known.of(Quantity.SOC), volts, known.of(Quantity.BATTERY_VOLTAGE_INVERTER),
                known.of(Quantity.LOAD_POWER), charge, discharge, known.of(Quantity.PV_POWER),
                known.amps(volts, charge, discharge), known.of(Quantity.RADIATOR_TEMPERATURE),
                flags.map(f -> (f.faults() & E025) != 0 || (f.warnings() & W013) != 0),
                now.overload(), now.externalAc(), flags);
    }

    /** Battery discharge less charge, W. */
    public OptionalDouble netDischarge() {
        return charge.isPresent() && discharge.isPresent()
                ? OptionalDouble.of(discharge.getAsDouble() - charge.getAsDouble())
                : OptionalDouble.empty();
    }

    /** Whether the inverter tells nothing at all. */
    public boolean silent() {
        return soc.isEmpty() && volts.isEmpty() && load.isEmpty() && charge.isEmpty() && discharge.isEmpty()
                && pv.isEmpty() && dischargeAmps.isEmpty() && temperature.isEmpty() && flags.isEmpty();
    }

    private record Known(PlantSnapshot now, Duration pollInterval) {
        OptionalDouble of(Quantity quantity) {
            return now.inverter().known(quantity, now.nanos(), pollInterval);
        }

        /** Measured where the profile has it, fresh or not; else from the powers, never from the load. */
        OptionalDouble amps(OptionalDouble volts, OptionalDouble charge, OptionalDouble discharge) {
            if (now.inverter().reading(Quantity.BATTERY_CURRENT).isPresent()) {
                OptionalDouble current = of(Quantity.BATTERY_CURRENT);
                return current.isPresent() ? OptionalDouble.of(-current.getAsDouble()) : current;
            }
            return volts.isPresent() && volts.getAsDouble() > 0 && charge.isPresent() && discharge.isPresent()
                    ? OptionalDouble.of((discharge.getAsDouble() - charge.getAsDouble()) / volts.getAsDouble())
                    : OptionalDouble.empty();
        }
    }
}
