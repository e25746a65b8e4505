// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.present;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pigenny.core.model.ChargeProof;
import org.pigenny.core.model.EnginePhase;
import org.pigenny.kiosk.control.SequenceBar.Segment;
import org.pigenny.kiosk.control.SequenceBar.Stage;
import org.pigenny.kiosk.fake.House;
import org.pigenny.kiosk.fake.Houses;
import org.pigenny.kiosk.fake.Looks;

class StepsTest {
    @ParameterizedTest
    @CsvSource({"RESET, 0", "PREHEAT, 0", "IGNITION, 0", "CRANK, 1", "GLOW_CRANK, 1", "REST, 1", "VERIFY, 2",
        "WARMUP, 3", "STABILISE, 4", "LOADED, 5", "COOLDOWN, 6", "STOPPING, 6"})
    void a_phase_lights_its_step_what_was_is_past_and_what_comes_is_ahead(EnginePhase phase, int live) {
        House house = Houses.warmup();
        house.phase = phase;
        List<Segment> steps = Steps.of(Looks.at(house));
        assertEquals(7, steps.size());
        for (int i = 0; i < steps.size(); i++) {
            Stage expected = i < live ? Stage.PAST : i == live ? Stage.LIVE : Stage.AHEAD;
            assertEquals(expected, steps.get(i).stage(), steps.get(i).name());
        }
    }

    @Test
    void at_rest_and_when_nothing_is_known_no_step_is_lit() {
        for (House house : List.of(Houses.idleByDay(), Houses.relaysDown())) {
            assertEquals(7, Steps.of(Looks.at(house)).stream().filter(step -> step.stage() == Stage.AHEAD).count());
        }
    }

    @Test
    void a_step_fills_with_the_time_that_it_lasts() {
        House house = Houses.warmup();
        house.phaseLeft = Duration.ofSeconds(15);
        assertEquals(60, Steps.total(Looks.at(house), EnginePhase.WARMUP).toSeconds());
        assertEquals(0.75, Steps.of(Looks.at(house)).get(3).progress(), 1e-9);
        house.phaseLeft = null;
        assertEquals(0, Steps.of(Looks.at(house)).get(3).progress());
    }

    @Test
    void charging_fills_by_what_has_passed_and_what_is_expected_and_by_nothing_when_nobody_knows() {
        House house = Houses.charging();
        double passed = Duration.ofMinutes(65).toSeconds();
        double ahead = Duration.ofMinutes(70).toSeconds();
        assertEquals(passed / (passed + ahead), Steps.of(Looks.at(house)).get(5).progress(), 1e-9);
        house.proof = ChargeProof.NONE;
        assertEquals(0, Steps.of(Looks.at(house)).get(5).progress());
    }

    @Test
    void what_a_phase_of_this_engine_really_lasts_goes_before_the_settings() {
        PhaseTimes times = new PhaseTimes();
        House house = Houses.idleByDay();
        times.watch(house.snapshot().engine().orElseThrow());
        house.phase = EnginePhase.WARMUP;
        house.phaseLeft = Duration.ofSeconds(90);
        times.watch(house.snapshot().engine().orElseThrow());
        assertEquals(Duration.ofSeconds(90), times.of(EnginePhase.WARMUP).orElseThrow());
        house.phaseLeft = Duration.ofSeconds(20);
        times.watch(house.snapshot().engine().orElseThrow());
        assertEquals(Duration.ofSeconds(90), times.of(EnginePhase.WARMUP).orElseThrow());
    }

    @Test
    void a_phase_that_was_under_way_when_one_began_to_look_is_not_learned() {
        PhaseTimes times = new PhaseTimes();
        times.watch(Houses.warmup().snapshot().engine().orElseThrow());
        assertEquals(java.util.Optional.empty(), times.of(EnginePhase.WARMUP));
    }
}
