// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.home;

import java.util.List;
import java.util.OptionalDouble;

import org.pigenny.core.model.ChargeProof;
import org.pigenny.core.model.EnginePhase;
import org.pigenny.core.model.Quantity;
import org.pigenny.kiosk.control.FlowLine.Direction;
import org.pigenny.kiosk.control.FlowLine.Flow;
import org.pigenny.kiosk.present.Engine;
import org.pigenny.kiosk.present.Now;
import org.pigenny.kiosk.present.Values;

/** Where power goes, from live values alone. */
final class Power {
    /** Below this nothing is drawn as flowing (kiosk-ui.md 1). */
    static final double FLOWS_ABOVE_W = 30;

    private Power() {}

    /** What the inverter moves into the battery and what the generator's own charger does, W; negative when it empties. */
    static OptionalDouble intoBattery(Now now) {
        OptionalDouble inverter = byInverter(now);
        OptionalDouble charger = charger(now);
        if (inverter.isEmpty() || (Engine.phase(now) == EnginePhase.LOADED && charger.isEmpty())) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(inverter.getAsDouble() + charger.orElse(0));
    }

    private static OptionalDouble byInverter(Now now) {
        OptionalDouble charge = Values.live(now, Quantity.CHARGE_POWER);
        OptionalDouble discharge = Values.live(now, Quantity.DISCHARGE_POWER);
        return charge.isPresent() && discharge.isPresent()
                ? OptionalDouble.of(charge.getAsDouble() - discharge.getAsDouble())
                : OptionalDouble.empty();
    }

    /** The inferred power of the generator's charger, while it is loaded and not proven idle. */
    static OptionalDouble charger(Now now) {
        ChargeProof proof = now.core().control().proof();
        boolean loaded = Engine.phase(now) == EnginePhase.LOADED;
        return loaded && !now.coreSilent() && proof.verdict() != ChargeProof.Verdict.NOT_CHARGING
                ? proof.chargerPower()
                : OptionalDouble.empty();
    }

    /** Generator to battery, battery to house, house to solar. */
    static List<Flow> flows(Now now) {
        OptionalDouble inverter = byInverter(now);
        return List.of(flow(charger(now), "charger"), flow(OptionalDouble.of(-inverter.orElse(0)), "battery"),
                flow(OptionalDouble.of(-Values.live(now, Quantity.PV_POWER).orElse(0)), "solar"));
    }

    private static Flow flow(OptionalDouble watts, String kind) {
        double power = watts.orElse(0);
        if (Math.abs(power) <= FLOWS_ABOVE_W) {
            return new Flow(Direction.NONE, "");
        }
        return new Flow(power > 0 ? Direction.FORWARD : Direction.BACK, kind);
    }
}
