// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.olimex.sequence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.pigenny.olimex.board.EngineBehaviour;
import org.pigenny.olimex.protocol.FaultCode;
import org.pigenny.olimex.protocol.Inputs;
import org.pigenny.olimex.protocol.Phase;
import org.pigenny.olimex.protocol.Relay;
import org.pigenny.olimex.protocol.StartOutcome;
import org.pigenny.olimex.protocol.StopReason;

/** What the first generation did wrong (relay-server.md 2), row by row. Rows about the wire are tested on the real process. */
class FirstGenerationTest {
    private final Rig rig = new Rig();

    @Test
    void aStopThreeSecondsIntoACrankIsTheLastThingThatMovesARelay() {
        rig.engine.behave(rig.now, EngineBehaviour.NO_FIRE);
        rig.start().until(Phase.CRANK).pass(3);
        rig.timeline.clear();
        rig.sequencer.stop(rig.now, StopReason.COMMAND);
        rig.apply();
        assertEquals("stopping OFF", rig.now());
        rig.pass(60);
        assertEquals(List.of("stopping OFF", "off OFF"), rig.phases());
        assertEquals(0, rig.sequencer.report(rig.now).failedAttempts(), "a pre-empted start is no failure");
        assertEquals(StartOutcome.PREEMPTED, rig.sequencer.report(rig.now).lastStart());
    }

    @Test
    void theStarterIsReleasedWithin200MillisecondsOfTheEngineRunning() {
        rig.start().until(Phase.CRANK);
        long caught = rig.now + Duration.ofSeconds(2).toNanos();
        rig.until(Phase.VERIFY);
        assertTrue(rig.now - caught <= Duration.ofMillis(200).toNanos(), "released after " + (rig.now - caught) / 1e6);
        assertFalse(Relay.START.in(rig.engine.relays()));
    }

    @Test
    void oneReadAloneDoesNotReleaseTheStarter() {
        rig.start().until(Phase.CRANK).pass(0.5);
        rig.sequencer.tick(rig.now + 1, Inputs.of(11));
        assertEquals(Phase.CRANK, rig.sequencer.phase());
        rig.sequencer.tick(rig.now + 2, Inputs.of(10));
        rig.sequencer.tick(rig.now + 3, Inputs.of(11));
        assertEquals(Phase.CRANK, rig.sequencer.phase());
        rig.sequencer.tick(rig.now + 4, Inputs.of(11));
        assertEquals(Phase.VERIFY, rig.sequencer.phase());
    }

    @Test
    void theStarterIsNeverEngagedOnATurningEngine() {
        rig.start().until(Phase.IGNITION);
        for (int i = 0; i < 40; i++) {
            rig.now += Rig.TICK;
            rig.sequencer.tick(rig.now, Inputs.of(3));
            assertFalse(Relay.START.in(rig.sequencer.relays()));
        }
        assertEquals(Phase.VERIFY, rig.sequencer.phase());
    }

    @Test
    void thePreheatComesBeforeTheCrankAndNotAfterARecentRun() {
        Rig cold = new Rig(SequenceSettings.defaults().with(Map.of("preheat_s", Duration.ofSeconds(8))));
        cold.start().until(Phase.LOADED);
        assertEquals("preheat GLOW", cold.phases().get(1));
        cold.sequencer.stop(cold.now, StopReason.COMMAND);
        cold.until(Phase.OFF);
        cold.timeline.clear();
        cold.start().until(Phase.LOADED);
        assertFalse(cold.phases().contains("preheat GLOW"), cold.phases().toString());
        cold.sequencer.stop(cold.now, StopReason.COMMAND);
        cold.until(Phase.OFF).pass(1801);
        cold.timeline.clear();
        cold.start().until(Phase.LOADED);
        assertTrue(cold.phases().contains("preheat GLOW"));
    }

    @Test
    void thePreheatTableGoesByTheTimeStood() {
        Preheat table = new Preheat(Duration.ofMinutes(30), List.of(
                new Preheat.Step(Duration.ofMinutes(60), Duration.ofSeconds(5)),
                new Preheat.Step(Duration.ofMinutes(240), Duration.ofSeconds(15))));
        assertEquals(Duration.ZERO, table.glow(Duration.ofSeconds(9), java.util.Optional.of(Duration.ofMinutes(30))));
        assertEquals(Duration.ZERO, table.glow(Duration.ofSeconds(9), java.util.Optional.of(Duration.ofMinutes(59))));
        assertEquals(Duration.ofSeconds(5),
                table.glow(Duration.ofSeconds(9), java.util.Optional.of(Duration.ofMinutes(60))));
        assertEquals(Duration.ofSeconds(15), table.glow(Duration.ofSeconds(9), java.util.Optional.empty()));
    }

    @Test
    void theUnusedInputAndABouncingContactCutNoRun() {
        rig.start().until(Phase.LOADED);
        for (int raw : new int[]{7, 3, 2, 7, 3, 6, 3, 0, 7}) {
            rig.now += Rig.TICK;
            rig.sequencer.renew(rig.now);
            rig.sequencer.tick(rig.now, Inputs.of(raw));
        }
        assertEquals(Phase.LOADED, rig.sequencer.phase());
    }

    @Test
    void aDeadBusIsAFaultOfItsOwnAndNotAStoppedEngine() {
        rig.start().until(Phase.LOADED);
        rig.engine.behave(rig.now, EngineBehaviour.I2C_DEAD);
        rig.pass(1.9);
        assertEquals(Phase.LOADED, rig.sequencer.phase());
        rig.pass(0.3);
        SequenceReport report = rig.sequencer.report(rig.now);
        assertEquals(Phase.FAULT, report.phase());
        assertEquals(FaultCode.I2C, report.fault().orElseThrow().code());
        assertTrue(report.running(), "the last that was known");
        assertFalse(report.inputs().known());
    }

    @Test
    void theStarterIsCappedAtFifteenSecondsWhateverTheSettings() {
        Rig longest = new Rig(SequenceSettings.defaults()
                .with(Map.of("crank_s", Duration.ofSeconds(15),
                        "glow_crank_s", Duration.ZERO)));
        longest.engine.behave(0, EngineBehaviour.NO_FIRE);
        longest.start().until(Phase.CRANK);
        long from = longest.now;
        longest.until(Phase.VERIFY);
        assertTrue(longest.now - from <= SequenceSettings.STARTER_CAP.toNanos());
    }

    @Test
    void aStartDuringTheRestWaitsInPhaseRest() {
        rig.engine.behave(rig.now, EngineBehaviour.NO_FIRE);
        rig.start().until(Phase.OFF);
        double off = rig.timeline.stream()
                .filter(moment -> moment.phase() == Phase.VERIFY)
                .findFirst()
                .orElseThrow()
                .nanos() / 1e9;
        rig.start();
        assertEquals(Phase.REST, rig.sequencer.phase());
        rig.until(Phase.CRANK);
        assertTrue(rig.now / 1e9 - off >= 15, "rested " + (rig.now / 1e9 - off));
    }

    @Test
    void threeFailedStartsInARowLockOutWhoeverAsked() {
        rig.engine.behave(rig.now, EngineBehaviour.NO_FIRE);
        for (int i = 1; i <= 3; i++) {
            assertInstanceOf(StartAnswer.Accepted.class, rig.sequencer.start(rig.now, i != 2));
            rig.until(i < 3 ? Phase.OFF : Phase.FAULT);
            assertEquals(i, rig.sequencer.report(rig.now).failedAttempts());
            assertEquals(StartOutcome.FAILED, rig.sequencer.report(rig.now).lastStart());
            assertEquals(2, rig.sequencer.report(rig.now).startStatus());
        }
        assertTrue(rig.sequencer.report(rig.now).lockedOut());
        assertInstanceOf(StartAnswer.Refused.class, rig.sequencer.start(rig.now, true));
        assertInstanceOf(StartAnswer.Refused.class, rig.sequencer.start(rig.now, false));
        rig.engine.behave(rig.now, EngineBehaviour.OK);
        assertTrue(rig.sequencer.reset(rig.now).isEmpty());
        assertEquals("off OFF", rig.now());
        rig.pass(60);
        assertEquals("off OFF", rig.now());
        rig.start().until(Phase.LOADED);
        assertEquals(0, rig.sequencer.report(rig.now).failedAttempts());
    }

    @Test
    void aGoodStartEndsTheRowOfFailedOnes() {
        rig.engine.behave(rig.now, EngineBehaviour.NO_FIRE);
        rig.start().until(Phase.OFF);
        rig.start().until(Phase.OFF);
        rig.engine.behave(rig.now, EngineBehaviour.OK);
        rig.start().until(Phase.LOADED);
        assertEquals(0, rig.sequencer.report(rig.now).failedAttempts());
    }

    @Test
    void resetIsRefusedWhileItsCauseIsThere() {
        rig.engine.behave(rig.now, EngineBehaviour.WELDED_STARTER);
        rig.until(Phase.FAULT);
        assertEquals(FaultCode.WELDED_STARTER, rig.sequencer.report(rig.now).fault().orElseThrow().code());
        assertTrue(rig.sequencer.reset(rig.now).isPresent());
        rig.engine.behave(rig.now, EngineBehaviour.OK);
        rig.pass(1);
        assertEquals(Phase.FAULT, rig.sequencer.phase());
        assertTrue(rig.sequencer.reset(rig.now).isEmpty());
    }

    @Test
    void aSilentClientLosesTheChargerFirstThenTheEngineIsCooledDown() {
        rig.start().until(Phase.LOADED);
        rig.renewing = false;
        double from = rig.now / 1e9;
        rig.timeline.clear();
        rig.until(Phase.OFF);
        assertEquals(List.of("cooldown IGN", "stopping OFF", "off OFF"), rig.phases());
        assertEquals(30, rig.timeline.get(0).nanos() / 1e9 - from, 0.2);
        assertEquals(210, rig.timeline.get(1).nanos() / 1e9 - from, 0.3);
        SequenceReport report = rig.sequencer.report(rig.now);
        assertEquals(StopReason.LEASE, report.stopReason());
        assertEquals(FaultCode.LEASE, report.fault().orElseThrow().code());
    }

    @Test
    void aSilentClientStopsAStartInAnyPhase() {
        rig.renewing = false;
        rig.start().until(Phase.WARMUP);
        rig.timeline.clear();
        rig.until(Phase.OFF);
        assertEquals(List.of("stopping OFF", "off OFF"), rig.phases());
        assertEquals(StopReason.LEASE, rig.sequencer.report(rig.now).stopReason());
    }

    @Test
    void aReturningClientFindsNothingReclosedAndMayReturnToLoad() {
        rig.start().until(Phase.LOADED);
        rig.renewing = false;
        rig.until(Phase.COOLDOWN);
        rig.renewing = true;
        rig.pass(5);
        assertEquals("cooldown IGN", rig.now());
        assertInstanceOf(StartAnswer.Accepted.class, rig.sequencer.start(rig.now, true));
        rig.apply();
        assertEquals("loaded IGN+CHARGER", rig.now());
        assertEquals(2, rig.sequencer.report(rig.now).runId());
    }

    @Test
    void aLegacyRunHoldsNoLeaseButEndsAtTheServersOwnLimit() {
        rig.renewing = false;
        rig.sequencer.start(rig.now, false);
        rig.until(Phase.LOADED);
        long ran = rig.sequencer.report(rig.now).runFor();
        rig.until(Phase.COOLDOWN, 20_000);
        assertEquals(14_400 - ran / 1e9, (rig.now - rig.timeline.get(6).nanos()) / 1e9, 1);
        assertEquals(StopReason.MAX_RUN, rig.sequencer.report(rig.now).stopReason());
    }

    @Test
    void aLegacyStartDuringTheCooldownIsRefused() {
        rig.start().until(Phase.LOADED);
        rig.sequencer.stop(rig.now, StopReason.COMMAND);
        rig.pass(1);
        StartAnswer.Refused refused = assertInstanceOf(StartAnswer.Refused.class, rig.sequencer.start(rig.now, false));
        assertEquals("Generator already running", refused.text());
    }

    @Test
    void anEngineThatWillNotStopIsAnAlarmThatStays() {
        rig.engine.behave(rig.now, EngineBehaviour.WONT_STOP);
        rig.start().until(Phase.WARMUP);
        rig.sequencer.stop(rig.now, StopReason.COMMAND);
        rig.pass(59);
        assertEquals(Phase.STOPPING, rig.sequencer.phase());
        rig.pass(2);
        assertEquals(FaultCode.WONT_STOP, rig.sequencer.report(rig.now).fault().orElseThrow().code());
        rig.engine.behave(rig.now, EngineBehaviour.OK);
        rig.pass(100);
        assertEquals("fault OFF", rig.now());
        assertTrue(rig.sequencer.reset(rig.now).isEmpty());
    }

    @Test
    void anEngineThatDiesUnderLoadIsLetGoAndToldAndMayBeStartedAgain() {
        rig.start().until(Phase.LOADED);
        rig.engine.behave(rig.now, EngineBehaviour.STALL);
        rig.timeline.clear();
        rig.until(Phase.OFF, 2);
        assertEquals(List.of("stopping OFF", "off OFF"), rig.phases());
        assertEquals(FaultCode.STALLED, rig.sequencer.report(rig.now).fault().orElseThrow().code());
        rig.engine.behave(rig.now, EngineBehaviour.OK);
        rig.start().until(Phase.LOADED);
        assertTrue(rig.sequencer.report(rig.now).fault().isEmpty());
    }

    @Test
    void anEngineThatFiresAndDiesIsAFailedStart() {
        rig.engine.behave(rig.now, EngineBehaviour.STALL);
        rig.start().until(Phase.OFF);
        assertEquals(1, rig.sequencer.report(rig.now).failedAttempts());
        assertFalse(rig.phases().contains("warmup IGN"));
    }

    @Test
    void theChargerIsCycledOnceAndTheEngineRunsOn() {
        rig.start().until(Phase.LOADED);
        rig.timeline.clear();
        assertTrue(rig.sequencer.cycleCharger(rig.now));
        rig.apply();
        rig.pass(10);
        assertEquals(List.of("loaded IGN", "loaded IGN+CHARGER"), rig.phases());
    }
}
