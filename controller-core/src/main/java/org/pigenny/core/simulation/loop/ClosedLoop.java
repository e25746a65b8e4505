// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.simulation.loop;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.pigenny.core.model.ChargeProof.Verdict;
import org.pigenny.core.model.ControlReport;
import org.pigenny.core.model.EnginePhase;
import org.pigenny.core.model.Quantity;
import org.pigenny.core.model.settings.EngineSettings;
import org.pigenny.core.model.settings.GeneratorSettings;

/** The closed loop over a long time: controller, sequencer, engine and battery, polled every 30 s. */
public final class ClosedLoop {
    private static final Duration POLL = Duration.ofSeconds(30);
    /** While the engine is on the controller must look more often than the leases last. */
    private static final Duration BUSY = Duration.ofSeconds(10);

    private final ControlledPlant plant;
    private final House house;

    public ClosedLoop(GeneratorSettings settings, Instant from, ZoneId zone, long seed) {
        plant = new ControlledPlant(settings, EngineSettings.defaults(), from, zone);
        house = new House(seed, 70, zone);
    }

    /**
     * What came of it.
     *
     * @param lowest SOC seen, %
     * @param wrongVerdicts looks at which the proof of charging said the opposite of the truth
     */
    public record Result(long decisions, int runs, Duration loaded, double lowest, long wrongVerdicts,
            ControlReport last) {}

    public ControlledPlant plant() {
        return plant;
    }

    public Result run(Duration time) {
        long decisions = 0;
        long wrong = 0;
        int runs = 0;
        long loaded = 0;
        double lowest = 100;
        boolean wasOn = false;
        ControlReport report = ControlReport.none(0);
        for (long left = time.toSeconds(); left > 0; left -= POLL.toSeconds()) {
            boolean charging = plant.engine().charging();
            House.Look look = house.pass(POLL, plant.wall(), charging);
            show(look);
            Duration step = plant.engine().phase() == EnginePhase.OFF ? POLL : BUSY;
            for (Duration passed = Duration.ZERO; passed.compareTo(POLL) < 0; passed = passed.plus(step)) {
                report = plant.tick().report();
                decisions++;
                plant.pass(step, plant.engine()::renew);
            }
            boolean on = plant.engine().phase() == EnginePhase.LOADED;
            runs += on && !wasOn ? 1 : 0;
            loaded += on ? POLL.toSeconds() : 0;
            wasOn = on;
            lowest = Math.min(lowest, look.soc());
            wrong += wrong(report.proof().verdict(), charging) ? 1 : 0;
        }
        return new Result(decisions, runs, Duration.ofSeconds(loaded), lowest, wrong, report);
    }

    private static boolean wrong(Verdict said, boolean charging) {
        return said == (charging ? Verdict.NOT_CHARGING : Verdict.CHARGING);
    }

    private void show(House.Look look) {
        ScriptedInputs inputs = plant.inputs();
        inputs.set(Quantity.SOC, look.soc());
        inputs.set(Quantity.BATTERY_VOLTAGE, look.volts());
        inputs.set(Quantity.BATTERY_VOLTAGE_INVERTER, look.inverterVolts());
        inputs.set(Quantity.PV_POWER, look.pv());
        inputs.set(Quantity.LOAD_POWER, look.load());
        inputs.set(Quantity.CHARGE_POWER, look.charge());
        inputs.set(Quantity.DISCHARGE_POWER, look.discharge());
    }
}
