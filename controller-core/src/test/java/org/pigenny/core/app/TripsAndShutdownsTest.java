// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.app;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.pigenny.core.app.EngineRoom.alarm;
import static org.pigenny.core.app.EngineRoom.phase;
import static org.pigenny.core.app.EngineRoom.relaysOff;
import static org.pigenny.core.model.AlarmReport.State.LATCHED;
import static org.pigenny.core.model.AlarmReport.State.UNACKNOWLEDGED;
import static org.pigenny.core.model.GeneratorState.ERROR;
import static org.pigenny.core.model.GeneratorState.IDLE;
import static org.pigenny.core.model.GeneratorState.LOCKED_OUT;
import static org.pigenny.core.model.GeneratorState.RUNNING;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pigenny.core.model.Command;
import org.pigenny.core.model.EnginePhase;
import org.pigenny.core.model.Outcome;

/** Section 7 of generator-control.md with real parts: a trip unloads, cools down and stops, a shutdown stops now; both latch. */
final class TripsAndShutdownsTest {
    @TempDir
    Path home;

    private static void reset(EngineRoom room) {
        room.await("reset possible", now -> now.control()
                .resetPermit()
                .filter(permit -> permit instanceof Outcome.Accepted)
                .isPresent());
        assertTrue(room.ask(new Command.Reset()) instanceof Outcome.Accepted);
        room.await("reset", now -> now.control().state() == IDLE && phase(now, EnginePhase.OFF));
    }

    private static void run(EngineRoom room) {
        assertTrue(room.ask(new Command.StartUntilStopped()) instanceof Outcome.Accepted);
        room.await("running", now -> now.control().state() == RUNNING && phase(now, EnginePhase.LOADED));
    }

    @Test
    void a_run_that_does_not_charge_cycles_the_charger_once_then_cools_down_stops_and_stays_in_error()
            throws Exception {
        Map<String, String> quick = Map.of("generator.charge_proof.window_s", "20",
                "generator.charge_proof.alarm_after_s", "20", "generator.charge_proof.give_up_after_s", "60");
        try (EngineRoom room = new EngineRoom(home, quick)) {
            room.await("engine stands", now -> now.control().state() == IDLE);
            run(room);
            room.await("warned", now -> alarm(now, "G-108", UNACKNOWLEDGED) && now.control().state() == RUNNING);
            room.await("charger off for a moment",
                    now -> phase(now, EnginePhase.LOADED) && now.engine().orElseThrow().relays() == 0x08);
            room.await("charger on again", now -> now.engine().orElseThrow().relays() == 0x0A);
            room.await("tripped", now -> now.control().state() == ERROR && phase(now, EnginePhase.OFF));
            room.await("latched", now -> alarm(now, "G-108", LATCHED));
            List<EnginePhase> phases = room.phases();
            assertTrue(phases.indexOf(EnginePhase.COOLDOWN) > phases.indexOf(EnginePhase.LOADED), phases::toString);
            assertFalse(phases.contains(EnginePhase.FAULT), phases::toString);
            assertTrue(room.ask(new Command.StartUntilStopped()) instanceof Outcome.Refused);
            reset(room);
            room.await("normal", now -> !alarm(now, "G-108", LATCHED));
        }
    }

    @Test
    void shutdowns_let_everything_go_at_once_and_stay_until_a_reset_with_the_cause_gone() throws Exception {
        try (EngineRoom room = new EngineRoom(home, Map.of())) {
            room.await("engine stands", now -> now.control().state() == IDLE);

            run(room);
            assertTrue(room.ask(new Command.EmergencyStop()) instanceof Outcome.Accepted);
            room.await("emergency stop", now -> now.control().state() == LOCKED_OUT && phase(now, EnginePhase.FAULT)
                    && relaysOff(now) && alarm(now, "G-114", UNACKNOWLEDGED));
            assertFalse(room.phases().contains(EnginePhase.COOLDOWN), room.phases()::toString);
            reset(room);

            room.engine("welded_starter");
            room.await("welded starter", now -> now.control().state() == ERROR && relaysOff(now)
                    && alarm(now, "G-105", UNACKNOWLEDGED));
            assertTrue(room.ask(new Command.Reset()) instanceof Outcome.Refused);
            room.engine("ok");
            reset(room);

            run(room);
            room.engine("wont_stop");
            assertTrue(room.ask(new Command.Stop()) instanceof Outcome.Accepted);
            room.await("will not stop", now -> now.control().state() == ERROR && relaysOff(now)
                    && alarm(now, "G-104", UNACKNOWLEDGED));
            assertTrue(room.ask(new Command.Reset()) instanceof Outcome.Refused);
            room.engine("ok");
            reset(room);

            run(room);
            room.engine("i2c_dead");
            room.await("dead relay board", now -> alarm(now, "R-202", UNACKNOWLEDGED));
            room.engine("ok");
            room.await("cooled down and off", now -> now.control().state() == ERROR && relaysOff(now)
                    && now.engine().orElseThrow().inputs().orElse(-1) == 0);
            reset(room);
        }
    }
}
