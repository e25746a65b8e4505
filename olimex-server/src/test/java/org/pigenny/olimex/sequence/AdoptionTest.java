// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.olimex.sequence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.pigenny.olimex.board.EngineBehaviour;
import org.pigenny.olimex.protocol.FaultCode;
import org.pigenny.olimex.protocol.Phase;
import org.pigenny.olimex.protocol.Relay;
import org.pigenny.olimex.protocol.StopReason;

/** A new process over a board and an engine that went on without it. */
class AdoptionTest {
    private final Rig rig = new Rig();

    @Test
    void aLoadedRunGoesOnWithoutARelayMoving() {
        rig.start().until(Phase.LOADED).pass(100);
        long ran = rig.sequencer.report(rig.now).runFor();
        rig.timeline.clear();
        rig.restart().pass(5);
        assertTrue(rig.timeline.stream().allMatch(moment -> moment.relays() == 0x0A), rig.timeline.toString());
        SequenceReport report = rig.sequencer.report(rig.now);
        assertEquals(Phase.LOADED, report.phase());
        assertEquals(1, report.runId());
        assertTrue(report.loaded());
        assertEquals((ran + 5e9) / 1e9, report.runFor() / 1e9, 0.1);
    }

    @ParameterizedTest
    @EnumSource(names = {"VERIFY", "WARMUP", "STABILISE", "COOLDOWN"})
    void aRunningEngineIsTakenOverInEveryPhase(Phase phase) {
        rig.start();
        if (phase == Phase.COOLDOWN) {
            rig.until(Phase.LOADED);
            rig.sequencer.stop(rig.now, StopReason.COMMAND);
        }
        rig.until(phase).pass(1);
        rig.timeline.clear();
        rig.restart().pass(1);
        assertEquals(phase, rig.sequencer.phase());
        assertTrue(rig.timeline.stream().allMatch(moment -> moment.relays() == Relay.IGN.bit()),
                rig.timeline.toString());
    }

    @ParameterizedTest
    @EnumSource(names = {"REST", "RESET", "PREHEAT", "IGNITION"})
    void aStartCutShortIsNotTakenUpAgain(Phase phase) {
        Rig glowing = new Rig(SequenceSettings.defaults()
                .with(java.util.Map.of("preheat_s", java.time.Duration.ofSeconds(5))));
        if (phase == Phase.REST) {
            glowing.engine.behave(glowing.now, EngineBehaviour.NO_FIRE);
            glowing.start().until(Phase.OFF);
        }
        glowing.start().until(phase);
        glowing.timeline.clear();
        glowing.restart().pass(30);
        assertEquals("off OFF", glowing.now());
        assertTrue(glowing.timeline.stream().noneMatch(moment -> Relay.START.in(moment.relays())));
    }

    @Test
    void aCrankCutShortLetsTheStarterGoAtOnceAndCountsAsFailed() {
        rig.engine.behave(rig.now, EngineBehaviour.NO_FIRE);
        rig.start().until(Phase.CRANK).pass(3);
        rig.timeline.clear();
        rig.restart().pass(1);
        assertFalse(Relay.START.in(rig.timeline.get(0).relays()), "the first thing that the new process does");
        assertEquals("off OFF", rig.now());
        assertEquals(1, rig.sequencer.report(rig.now).failedAttempts());
        rig.start();
        assertEquals(Phase.REST, rig.sequencer.phase(), "the starter rests first");
    }

    @Test
    void anEngineThatCaughtWhileNobodyLookedIsTakenOverFromTheCrank() {
        rig.start().until(Phase.CRANK).pass(1);
        rig.now += 5_000_000_000L;
        rig.restart().until(Phase.LOADED);
        assertTrue(rig.phases().contains("verify IGN"));
    }

    @Test
    void anEngineThatStoppedWhileNobodyLookedIsLetGo() {
        rig.start().until(Phase.LOADED);
        rig.engine.behave(rig.now, EngineBehaviour.STALL);
        rig.restart().pass(2);
        assertEquals("off OFF", rig.now());
        assertEquals(FaultCode.STALLED, rig.sequencer.report(rig.now).fault().orElseThrow().code());
    }

    @Test
    void anEmergencyStopHoldsOverARestart() {
        rig.start().until(Phase.LOADED);
        rig.sequencer.emergencyStop(rig.now);
        rig.apply();
        assertEquals("fault OFF", rig.now());
        rig.restart().pass(2);
        assertEquals("fault OFF", rig.now());
        assertInstanceOf(StartAnswer.Refused.class, rig.sequencer.start(rig.now, true));
        assertTrue(rig.sequencer.reset(rig.now).isEmpty());
        assertInstanceOf(StartAnswer.Accepted.class, rig.sequencer.start(rig.now, true));
    }

    @Test
    void aLockOutHoldsOverARestart() {
        rig.engine.behave(rig.now, EngineBehaviour.NO_FIRE);
        for (int i = 0; i < 3; i++) {
            rig.start().pass(60);
        }
        rig.restart().pass(2);
        assertEquals(Phase.FAULT, rig.sequencer.phase());
        assertTrue(rig.sequencer.report(rig.now).lockedOut());
    }

    @Test
    void withNothingKnownARunningEngineIsTakenOverUnloadedAndOwesItsCooldown() {
        rig.start().until(Phase.LOADED);
        rig.timeline.clear();
        rig.sequencer = new Sequencer(rig.settings);
        rig.pass(1);
        assertEquals("warmup IGN", rig.now());
        rig.sequencer.stop(rig.now, StopReason.COMMAND);
        rig.apply();
        assertEquals("cooldown IGN", rig.now());
    }

    @Test
    void withNothingKnownAndNobodyRenewingTheEngineIsCooledDownAndStopped() {
        rig.start().until(Phase.LOADED);
        rig.renewing = false;
        rig.timeline.clear();
        rig.sequencer = new Sequencer(rig.settings);
        rig.until(Phase.OFF);
        assertEquals(List.of("warmup IGN", "cooldown IGN", "stopping OFF", "off OFF"),
                rig.phases().stream().filter(moment -> !moment.startsWith("unknown")).toList());
    }

    @Test
    void aDeadBusAtTheStartIsUnknownAndNotOff() {
        rig.start().until(Phase.LOADED);
        rig.engine.behave(rig.now, EngineBehaviour.I2C_DEAD);
        rig.restart().pass(1);
        assertEquals(Phase.UNKNOWN, rig.sequencer.phase());
        rig.pass(2);
        assertEquals(FaultCode.I2C, rig.sequencer.report(rig.now).fault().orElseThrow().code());
        rig.engine.behave(rig.now, EngineBehaviour.OK);
        rig.until(Phase.COOLDOWN, 1);
        rig.until(Phase.FAULT, 300);
        assertEquals("fault OFF", rig.now());
    }

    @Test
    void aStopThatWasUnderWayGoesOn() {
        rig.engine.behave(rig.now, EngineBehaviour.WONT_STOP);
        rig.start().until(Phase.WARMUP);
        rig.sequencer.stop(rig.now, StopReason.COMMAND);
        rig.apply();
        rig.pass(10);
        rig.restart().pass(1);
        assertEquals("stopping OFF", rig.now());
        rig.until(Phase.FAULT, 51);
    }
}
