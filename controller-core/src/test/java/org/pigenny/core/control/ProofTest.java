// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.pigenny.core.model.ChargeProof;
import org.pigenny.core.model.ChargeProof.Range;
import org.pigenny.core.model.ChargeProof.Verdict;
import org.pigenny.core.model.EnginePhase;
import org.pigenny.core.model.Quantity;

/** Section 4 of generator-control.md: what the proof of charging says of a battery whose truth is known. */
class ProofTest {
    private static final double WH_PER_PCT = 192.2;
    private static final double CHARGER_W = 4700;
    private double wh = 30.5 * WH_PER_PCT;
    private boolean charger = true;

    /** Polls of 30 s of a battery between this house, this sun, and the charger while the engine carries it. */
    private void pass(Scenario scenario, Duration time, double load, double sun) {
        for (long left = time.toSeconds(); left > 0; left -= 30) {
            boolean on = scenario.plant.engine().phase() == EnginePhase.LOADED && charger;
            double net = load - sun;
            wh += ((on ? CHARGER_W : 0) - net) / 120;
            double soc = Math.floor(wh / WH_PER_PCT);
            double amps = (net - (on ? CHARGER_W : 0)) / 52;
            double volts = 51.8 + 0.024 * (soc - 20) - 0.008 * amps + (on ? 0.5 : 0);
            scenario.set(Quantity.DISCHARGE_POWER, Math.max(0, net))
                    .set(Quantity.CHARGE_POWER, Math.max(0, -net))
                    .set(Quantity.PV_POWER, sun)
                    .set(Quantity.BATTERY_VOLTAGE, Math.round(volts * 10) / 10.0)
                    .set(Quantity.BATTERY_VOLTAGE_INVERTER,
                            Math.round(10 * (volts - (on ? 0.55 : 0.70) - 0.0022 * net / 52)) / 10.0)
                    .soc(soc)
                    .after("30s");
        }
    }

    private static ChargeProof proof(Scenario scenario) {
        return scenario.report().proof();
    }

    private Scenario running(double load, double sun) {
        Scenario scenario = Scenario.given("generator.load.enabled=false").soc(30).start();
        pass(scenario, Duration.ofMinutes(2), load, sun);
        return scenario;
    }

    @Test
    void a_charge_is_proven_with_its_power_and_its_energy() {
        Scenario scenario = running(1000, 0);
        double before = wh;
        pass(scenario, Duration.ofHours(1), 1000, 0);
        assertEquals(Verdict.CHARGING, proof(scenario).verdict());
        assertEquals(CHARGER_W, proof(scenario).chargerPower().orElseThrow(), 650);
        assertEquals(wh - before + 1000, proof(scenario).energyWh(), 1.5 * WH_PER_PCT);
    }

    @Test
    void the_time_to_the_stop_value_is_a_range_with_the_truth_in_it() {
        Scenario scenario = running(1000, 0);
        pass(scenario, Duration.ofMinutes(40), 1000, 0);
        Range range = proof(scenario).toStop().orElseThrow();
        Duration truth = Duration.ofSeconds(Math.round((80 * WH_PER_PCT - wh) / (CHARGER_W - 1000) * 3600));
        assertTrue(range.from().compareTo(truth) <= 0 && truth.compareTo(range.to()) <= 0,
                () -> truth + " is not in " + range);
    }

    @Test
    void a_house_that_eats_the_whole_charge_changes_nothing_about_the_proof() {
        Scenario scenario = running(5500, 0);
        pass(scenario, Duration.ofHours(1), 5500, 0);
        assertEquals(Verdict.CHARGING, proof(scenario).verdict());
        assertTrue(proof(scenario).toStop().isEmpty(), "the battery does not fill");
        assertTrue(scenario.codes().isEmpty(), () -> scenario.codes().toString());
    }

    @Test
    void the_sun_is_never_called_the_generator() {
        charger = false;
        Scenario scenario = running(1000, 4000);
        pass(scenario, Duration.ofHours(1), 1000, 4000);
        assertEquals(Verdict.NOT_CHARGING, proof(scenario).verdict());
        scenario.alarm("G-108");
    }

    @Test
    void a_charge_in_full_sun_is_proven_too() {
        Scenario scenario = running(1000, 3000);
        pass(scenario, Duration.ofMinutes(50), 1000, 3000);
        assertEquals(Verdict.CHARGING, proof(scenario).verdict());
    }

    @Test
    void wh_per_percent_is_learned_with_the_engine_off_alone_and_within_bounds() {
        Scenario scenario = Scenario.given("generator.charge_proof.wh_per_soc_pct=180", "generator.soc.start=5",
                "generator.soc.quiet_start=5").soc(80);
        wh = 80.5 * WH_PER_PCT;
        pass(scenario, Duration.ofHours(6), 1500, 0);
        double learned = proof(scenario).whPerSocPct().orElseThrow();
        assertTrue(learned > 180 && learned < WH_PER_PCT, () -> String.valueOf(learned));
        Scenario odd = Scenario.given("generator.charge_proof.wh_per_soc_pct=100", "generator.soc.start=5",
                "generator.soc.quiet_start=5").soc(80);
        wh = 80.5 * WH_PER_PCT;
        pass(odd, Duration.ofHours(6), 1500, 0);
        assertTrue(proof(odd).whPerSocPct().isEmpty(), "192 is too far from 100 to be learned");
    }
}
