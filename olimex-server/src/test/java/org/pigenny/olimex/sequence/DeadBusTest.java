// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.olimex.sequence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.pigenny.olimex.board.EngineBehaviour;
import org.pigenny.olimex.protocol.FaultCode;
import org.pigenny.olimex.protocol.Inputs;
import org.pigenny.olimex.protocol.Phase;
import org.pigenny.olimex.protocol.Relay;
import org.pigenny.olimex.protocol.StopReason;

/** The relay board dies in every phase, and comes back. */
class DeadBusTest {
    private final Rig rig = new Rig();

    private void bring(Phase phase) {
        if (phase == Phase.COOLDOWN) {
            rig.start().until(Phase.LOADED);
            rig.sequencer.stop(rig.now, StopReason.COMMAND);
            rig.apply();
        } else if (phase == Phase.REST || phase == Phase.GLOW_CRANK) {
            rig.engine.behave(rig.now, EngineBehaviour.NO_FIRE);
            rig.start().until(phase == Phase.REST ? Phase.OFF : phase);
            if (phase == Phase.REST) {
                rig.start();
            }
        } else if (phase != Phase.OFF) {
            rig.start().until(phase);
        }
        rig.pass(0.2);
    }

    @ParameterizedTest
    @EnumSource(names = {"RESET", "IGNITION", "CRANK", "GLOW_CRANK", "REST", "VERIFY"})
    void aStartEndsWithEverythingOffOnceTheBusIsBack(Phase phase) {
        bring(phase);
        rig.engine.behave(rig.now, EngineBehaviour.I2C_DEAD);
        rig.pass(3);
        assertEquals(Phase.FAULT, rig.sequencer.phase());
        assertEquals(0, rig.sequencer.relays(), "wanted, though nobody can do it now");
        rig.engine.behave(rig.now, EngineBehaviour.NO_FIRE);
        rig.pass(2);
        assertEquals("fault OFF", rig.now());
        assertEquals(FaultCode.I2C, rig.sequencer.report(rig.now).fault().orElseThrow().code());
        assertTrue(rig.sequencer.reset(rig.now).isEmpty());
    }

    @ParameterizedTest
    @EnumSource(names = {"LOADED", "COOLDOWN"})
    void aLoadedEngineIsCooledDownOnceTheBusIsBack(Phase phase) {
        bring(phase);
        rig.engine.behave(rig.now, EngineBehaviour.I2C_DEAD);
        rig.pass(20);
        assertEquals(Relay.IGN.bit(), rig.sequencer.relays());
        rig.engine.behave(rig.now, EngineBehaviour.OK);
        rig.timeline.clear();
        rig.until(Phase.COOLDOWN, 1).until(Phase.FAULT, 180);
        assertEquals("fault OFF", rig.now());
        assertTrue(rig.timeline.stream().noneMatch(moment -> Relay.CHARGER.in(moment.relays())));
    }

    @Test
    void theEngineTimeOfARunGoesOnThroughADeadBusUntilTheEngineIsSeenStanding() {
        bring(Phase.LOADED);
        rig.pass(100);
        double before = rig.sequencer.report(rig.now).runFor() / 1e9;
        rig.engine.behave(rig.now, EngineBehaviour.I2C_DEAD);
        rig.pass(20);
        assertEquals(before + 20, rig.sequencer.report(rig.now).runFor() / 1e9, 0.1, "blind");
        rig.engine.behave(rig.now, EngineBehaviour.OK);
        rig.until(Phase.COOLDOWN, 1).pass(10);
        assertEquals(before + 30, rig.sequencer.report(rig.now).runFor() / 1e9, 1.1, "seen again");
        rig.until(Phase.FAULT, 200).pass(2);
        assertEquals(0, rig.sequencer.report(rig.now).runFor());
        assertTrue(rig.sequencer.reset(rig.now).isEmpty());
    }

    @Test
    void anEngineThatDiesWhileNobodySeesItEndsItsTimeWhenItIsSeenStanding() {
        bring(Phase.LOADED);
        rig.engine.behave(rig.now, EngineBehaviour.I2C_DEAD);
        rig.pass(20);
        rig.engine.behave(rig.now, EngineBehaviour.STALL);
        rig.pass(3);
        assertEquals("fault OFF", rig.now());
        assertEquals(0, rig.sequencer.report(rig.now).runFor());
    }

    @ParameterizedTest
    @EnumSource(names = {"WARMUP", "STABILISE"})
    void anEngineWithoutLoadIsStoppedOnceTheBusIsBack(Phase phase) {
        bring(phase);
        rig.engine.behave(rig.now, EngineBehaviour.I2C_DEAD);
        rig.pass(5);
        assertEquals(0, rig.sequencer.relays());
        rig.engine.behave(rig.now, EngineBehaviour.OK);
        rig.pass(2);
        assertEquals("fault OFF", rig.now());
    }

    @Test
    void afterTheCooldownThatWasOwedABlindEngineIsLetGo() {
        bring(Phase.LOADED);
        rig.engine.behave(rig.now, EngineBehaviour.I2C_DEAD);
        rig.pass(200);
        assertEquals(0, rig.sequencer.relays());
        rig.engine.behave(rig.now, EngineBehaviour.OK);
        rig.pass(1);
        assertEquals("fault OFF", rig.now());
    }

    @Test
    void theStarterTurnsBlindNoLongerThan200Milliseconds() {
        rig.start().until(Phase.CRANK).pass(0.5);
        long from = rig.now;
        while (Relay.START.in(rig.sequencer.relays())) {
            rig.now += Rig.TICK;
            rig.sequencer.tick(rig.now, Inputs.UNKNOWN);
            assertTrue(rig.now - from <= 200_000_000L, "still on");
        }
    }

    @Test
    void aShortDisturbanceIsNone() {
        bring(Phase.LOADED);
        rig.timeline.clear();
        rig.engine.behave(rig.now, EngineBehaviour.I2C_DEAD);
        rig.pass(1.5);
        rig.engine.behave(rig.now, EngineBehaviour.OK);
        rig.pass(10);
        assertEquals(List.of(), rig.phases());
    }

    @Test
    void aDeadBusOfAnEngineThatIsOffClearsItself() {
        rig.engine.behave(rig.now, EngineBehaviour.I2C_DEAD);
        rig.pass(3);
        assertEquals(Phase.FAULT, rig.sequencer.phase());
        rig.engine.behave(rig.now, EngineBehaviour.OK);
        rig.pass(1);
        assertEquals("off OFF", rig.now());
        assertTrue(rig.sequencer.report(rig.now).fault().isEmpty());
    }

    @Test
    void anEmergencyStopIsDoneAsSoonAsTheBusIsBack() {
        bring(Phase.LOADED);
        rig.engine.behave(rig.now, EngineBehaviour.I2C_DEAD);
        rig.pass(3);
        rig.sequencer.emergencyStop(rig.now);
        assertEquals(0, rig.sequencer.relays());
        rig.engine.behave(rig.now, EngineBehaviour.OK);
        rig.pass(0.1);
        assertEquals("fault OFF", rig.now());
        assertEquals(FaultCode.EMERGENCY_STOP, rig.sequencer.report(rig.now).fault().orElseThrow().code());
    }
}
