// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.pigenny.core.control.Scenario.given;
import static org.pigenny.core.model.GeneratorState.ERROR_RECOVERY;
import static org.pigenny.core.model.GeneratorState.RUNNING;
import static org.pigenny.core.model.GeneratorState.UNKNOWN;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pigenny.core.model.EngineCommand;
import org.pigenny.core.model.EngineReport;
import org.pigenny.core.model.PlantSnapshot;

/** An engine that dies under a server that does not watch it, as those of the first generation: it goes on saying "loaded". */
class UnwatchedEngineTest {
    private static final Duration LOOK = Duration.ofSeconds(2);

    private final Scenario scenario = given().soc(39).until(RUNNING);
    private Memory memory = scenario.plant.memory();
    private PlantSnapshot now = scenario.plant.snapshot();
    private Step step = look(true);

    @BeforeEach
    void the_engine_carries_the_charger() {
        assertEquals(RUNNING, step.report().state());
    }

    @Test
    void it_is_dead_at_the_third_look_two_seconds_apart() {
        assertEquals(RUNNING, look(false).report().state());
        assertEquals(RUNNING, look(false).report().state());
        assertEquals(ERROR_RECOVERY, look(false).report().state());
        assertTrue(step.actions().contains(EngineCommand.STOP));
    }

    @Test
    void a_look_that_finds_it_running_begins_the_count_anew() {
        for (boolean running : List.of(false, false, true, false, false)) {
            assertEquals(RUNNING, look(running).report().state());
        }
    }

    @Test
    void a_silence_of_the_server_does_not_make_the_looks_before_it_undone() {
        look(false);
        look(false);
        assertEquals(UNKNOWN, next(Optional.empty()).report().state());
        assertEquals(ERROR_RECOVERY, look(false).report().state());
        assertTrue(step.actions().contains(EngineCommand.STOP));
    }

    private Step look(boolean running) {
        return next(scenario.plant.snapshot().engine().map(engine -> shown(engine, running)));
    }

    private Step next(Optional<EngineReport> engine) {
        now = new PlantSnapshot(now.nanos() + LOOK.toNanos(), now.wall().plus(LOOK), now.zone(), now.inverter(), engine,
                engine.isPresent(), now.answer(), now.externalAc(), now.overload(), now.fuelPct(), false);
        step = Generator.tick(memory, now, scenario.plant.settings(), List.of());
        memory = step.memory();
        return step;
    }

    private EngineReport shown(EngineReport engine, boolean running) {
        return new EngineReport(engine.phase(), engine.phaseLeft(), engine.relays(), engine.inputs(),
                Optional.of(running), engine.runId(), engine.attempt(), engine.failedAttempts(), engine.lastStart(),
                engine.runFor(), engine.loaded(), engine.fault(), engine.lockedOut(), engine.leaseLeft(), engine.bus(),
                engine.health(), now.nanos());
    }
}
