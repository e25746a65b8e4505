// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.simulation.loop;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.pigenny.core.model.InverterReport;
import org.pigenny.core.model.Quantity;
import org.pigenny.core.model.Reading;

/** What the inverter and the tank say, as set by hand; always fresh. A silent inverter says nothing at all. */
public final class ScriptedInputs {
    /** Battery off-grid with the permanent W016 of an off-grid site (inverter.md 1.2 and 1.3). */
    private static final int OFF_GRID = 0x40;
    private static final long NO_AC_CONNECTION = 1L << 16;
    /** A reading that exists and is too old for anything: the quantity has a register, and it does not answer. */
    private static final long LONG_AGO = Long.MIN_VALUE / 4;

    private final Map<Quantity, OptionalDouble> values = new EnumMap<>(Quantity.class);
    private Optional<Boolean> externalAc = Optional.of(false);
    private Optional<Boolean> overload = Optional.of(false);
    private OptionalDouble fuelPct = OptionalDouble.empty();
    private long faults;
    private long warnings = NO_AC_CONNECTION;
    private boolean silent;

    public void set(Quantity quantity, double value) {
        values.put(quantity, OptionalDouble.of(value));
    }

    public void unknown(Quantity quantity) {
        values.put(quantity, OptionalDouble.empty());
    }

    public void silent(boolean is) {
        silent = is;
    }

    public void externalAc(Optional<Boolean> present) {
        externalAc = present;
    }

    public void overload(Optional<Boolean> reported) {
        overload = reported;
    }

    public void fuelPct(OptionalDouble level) {
        fuelPct = level;
    }

    /** Fault and warning bits as in inverter.md 1.3. */
    public void flags(long faultBits, long warningBits) {
        faults = faultBits;
        warnings = warningBits | NO_AC_CONNECTION;
    }

    InverterReport report(long now) {
        if (silent) {
            return InverterReport.NONE;
        }
        Map<Quantity, Reading> readings = new HashMap<>();
        values.forEach((quantity, value) -> {
            if (value.isPresent()) {
                readings.put(quantity, new Reading(value.getAsDouble(), now));
            } else if (quantity == Quantity.BATTERY_CURRENT) {
                readings.put(quantity, new Reading(0, LONG_AGO));
            }
        });
        return new InverterReport(readings,
                Optional.of(new InverterReport.Flags(OFF_GRID, faults, warnings, now)));
    }

    Optional<Boolean> externalAc() {
        return silent ? Optional.empty() : externalAc;
    }

    Optional<Boolean> overload() {
        return silent ? Optional.empty() : overload;
    }

    OptionalDouble fuelPct() {
        return fuelPct;
    }
}
