// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.olimex.sequence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.pigenny.olimex.board.EngineBehaviour;
import org.pigenny.olimex.protocol.Phase;
import org.pigenny.olimex.protocol.Relay;
import org.pigenny.olimex.protocol.StopReason;

/** Maintenance mode and the emergency stop. */
class HandsOnTest {
    private final Rig rig = new Rig();

    private boolean relay(int bits) {
        boolean done = rig.sequencer.relay(rig.now, bits).isEmpty();
        rig.apply();
        return done;
    }

    private void maintain() {
        assertTrue(rig.sequencer.maintenance(rig.now, true).isEmpty());
    }

    @Test
    void relaysMoveByHandInMaintenanceOnly() {
        assertFalse(relay(0x08));
        maintain();
        assertTrue(relay(0x08));
        assertEquals("off IGN", rig.now());
        assertInstanceOf(StartAnswer.Refused.class, rig.sequencer.start(rig.now, true));
    }

    @Test
    void eachRelayDropsByItselfAfterTenSecondsHoweverOftenItIsAskedFor() {
        maintain();
        relay(0x08);
        rig.pass(5);
        relay(0x0C);
        rig.pass(4.9);
        assertEquals("off IGN+GLOW", rig.now());
        rig.pass(0.2);
        assertEquals("off GLOW", rig.now());
        rig.pass(5);
        assertEquals("off OFF", rig.now());
    }

    @Test
    void noClientHoldsTheStarterByRelayCommands() {
        rig.engine.behave(rig.now, EngineBehaviour.NO_FIRE);
        maintain();
        assertTrue(relay(0x01));
        double on = 0;
        double longest = 0;
        for (int i = 0; i < 600; i++) {
            relay(0x01);
            rig.tick();
            on = Relay.START.in(rig.engine.relays()) ? on + 0.05 : 0;
            longest = Math.max(longest, on);
        }
        assertTrue(longest <= 10.1, "starter on for " + longest);
        assertTrue(longest > 9, "it did turn");
    }

    @Test
    void theStarterRestsBetweenTwoCommandsByHand() {
        rig.engine.behave(rig.now, EngineBehaviour.NO_FIRE);
        maintain();
        relay(0x01);
        rig.pass(2);
        relay(0x00);
        assertFalse(relay(0x01));
        rig.pass(15);
        assertTrue(relay(0x01));
    }

    @Test
    void theStarterIsReleasedByHandTooWhenTheEngineCatches() {
        maintain();
        relay(0x09);
        rig.pass(2.2);
        assertEquals("off IGN", rig.now());
        assertFalse(relay(0x09), "never engaged on a turning engine");
    }

    @Test
    void theRelaysOfAClientThatLeavesGoOff() {
        maintain();
        relay(0x0C);
        rig.sequencer.releaseRelays(rig.now);
        rig.apply();
        assertEquals("off OFF", rig.now());
    }

    @Test
    void maintenanceIsRefusedWhileAnythingIsGoingOn() {
        rig.start();
        assertTrue(rig.sequencer.maintenance(rig.now, true).isPresent());
        rig.sequencer.emergencyStop(rig.now);
        assertTrue(rig.sequencer.maintenance(rig.now, true).isPresent());
    }

    @Test
    void aForgottenMaintenanceModeEnds() {
        maintain();
        rig.pass(1801);
        assertFalse(rig.sequencer.report(rig.now).maintenance());
    }

    @Test
    void leavingMaintenanceDropsTheRelays() {
        maintain();
        relay(0x0A);
        rig.sequencer.maintenance(rig.now, false);
        rig.apply();
        assertEquals("off OFF", rig.now());
    }

    @Test
    void anEngineStartedByHandMayBeStoppedByHand() {
        maintain();
        relay(0x09);
        rig.pass(3);
        relay(0x00);
        rig.pass(10);
        assertEquals("off OFF", rig.now());
        assertTrue(rig.sequencer.report(rig.now).fault().isEmpty());
    }

    @ParameterizedTest
    @EnumSource(names = {"OFF", "RESET", "PREHEAT", "IGNITION", "CRANK", "GLOW_CRANK", "VERIFY", "REST", "WARMUP",
        "STABILISE", "LOADED", "COOLDOWN", "STOPPING", "FAULT"})
    void theEmergencyStopLetsEverythingGoFromAnyPhaseAndNothingComesBack(Phase phase) {
        Rig any = new Rig(SequenceSettings.defaults()
                .with(java.util.Map.of("preheat_s", java.time.Duration.ofSeconds(5))));
        bring(any, phase);
        any.sequencer.emergencyStop(any.now);
        any.apply();
        assertEquals("fault OFF", any.now());
        any.sequencer.start(any.now, true);
        any.sequencer.start(any.now, false);
        any.sequencer.maintenance(any.now, true);
        any.sequencer.relay(any.now, 0x0F);
        any.sequencer.cycleCharger(any.now);
        any.sequencer.stop(any.now, StopReason.COMMAND);
        any.apply();
        any.pass(30);
        assertEquals("fault OFF", any.now());
        any.engine.behave(any.now, EngineBehaviour.OK);
        any.pass(1);
        assertTrue(any.sequencer.reset(any.now).isEmpty());
        assertEquals(Phase.OFF, any.sequencer.phase());
    }

    private static void bring(Rig any, Phase phase) {
        switch (phase) {
            case OFF, UNKNOWN -> {
            }
            case GLOW_CRANK -> {
                any.engine.behave(any.now, EngineBehaviour.NO_FIRE);
                any.start().until(phase);
            }
            case REST -> {
                any.engine.behave(any.now, EngineBehaviour.NO_FIRE);
                any.start().until(Phase.OFF);
                any.start();
            }
            case COOLDOWN, STOPPING -> {
                any.engine.behave(any.now, EngineBehaviour.WONT_STOP);
                any.start().until(Phase.LOADED);
                any.sequencer.stop(any.now, StopReason.COMMAND);
                any.until(phase);
            }
            case FAULT -> {
                any.engine.behave(any.now, EngineBehaviour.WELDED_STARTER);
                any.until(phase);
            }
            case RESET, PREHEAT, IGNITION, CRANK, VERIFY, WARMUP, STABILISE, LOADED -> any.start().until(phase);
        }
    }
}
