// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.olimex.sequence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.pigenny.olimex.board.EngineBehaviour;
import org.pigenny.olimex.protocol.FaultCode;
import org.pigenny.olimex.protocol.Inputs;
import org.pigenny.olimex.protocol.Phase;
import org.pigenny.olimex.protocol.Relay;

/** Relays and inputs that may not be seen together, in every state. */
class TruthTableTest {
    private final Rig rig = new Rig();

    private void feed(int raw, double seconds) {
        for (int ticks = (int) (seconds * 20); ticks > 0; ticks--) {
            rig.now += Rig.TICK;
            rig.sequencer.renew(rig.now);
            rig.sequencer.tick(rig.now, Inputs.of(raw));
        }
    }

    private Optional<FaultCode> fault() {
        return rig.sequencer.report(rig.now).fault().map(Fault::code);
    }

    @ParameterizedTest
    @EnumSource(names = {"OFF", "RESET", "IGNITION", "VERIFY", "WARMUP", "STABILISE", "LOADED"})
    void aWeldedStarterLetsEverythingGoInEveryState(Phase phase) {
        if (phase != Phase.OFF) {
            rig.start().until(phase);
        }
        rig.engine.behave(rig.now, EngineBehaviour.WELDED_STARTER);
        boolean starterTurnsAnyway = phase == Phase.RESET || phase == Phase.IGNITION;
        rig.pass(starterTurnsAnyway ? 6 : 1.2);
        assertEquals(Optional.of(FaultCode.WELDED_STARTER), fault());
        assertEquals("fault OFF", rig.now());
    }

    @Test
    void anEngineRunByHandBarsStarts() {
        feed(3, 1.9);
        assertEquals(Phase.OFF, rig.sequencer.phase());
        feed(3, 0.4);
        assertEquals(Optional.of(FaultCode.WONT_STOP), fault());
        assertEquals(0, rig.sequencer.relays());
        assertTrue(rig.sequencer.reset(rig.now).isPresent());
        feed(0, 0.1);
        assertTrue(rig.sequencer.reset(rig.now).isEmpty());
    }

    @Test
    void ignitionThatIsNotLiveEndsTheStart() {
        rig.start().until(Phase.CRANK);
        feed(8, 1.2);
        assertEquals(Optional.of(FaultCode.IGNITION), fault());
        assertEquals(0, rig.sequencer.relays());
        feed(0, 0.2);
        assertEquals(1, rig.sequencer.report(rig.now).failedAttempts());
    }

    @Test
    void ignitionThatIsNotLiveIsOnlyToldOfARunningEngine() {
        rig.start().until(Phase.LOADED);
        feed(1, 5);
        assertEquals(Optional.of(FaultCode.IGNITION), fault());
        assertEquals(Relay.IGN.bit() | Relay.CHARGER.bit(), rig.sequencer.relays());
    }

    @Test
    void aStarterThatDoesNotEngageEndsTheStartAfterTwoSeconds() {
        rig.start().until(Phase.CRANK);
        feed(2, 1.95);
        assertEquals(Phase.CRANK, rig.sequencer.phase());
        feed(2, 0.15);
        assertEquals(Optional.of(FaultCode.NO_ENGAGE), fault());
        assertEquals(0, rig.sequencer.relays());
    }
}
