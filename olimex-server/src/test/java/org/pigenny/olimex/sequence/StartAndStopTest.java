// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.olimex.sequence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.pigenny.olimex.protocol.Phase;
import org.pigenny.olimex.protocol.StopReason;

class StartAndStopTest {
    private final Rig rig = new Rig();

    @Test
    void aStartGoesThroughAllPhasesToLoad() {
        rig.start().until(Phase.LOADED);
        assertEquals(List.of("reset OFF", "ignition IGN", "crank IGN+START", "verify IGN", "warmup IGN",
                "stabilise IGN", "loaded IGN+CHARGER"), rig.phases());
    }

    @Test
    void aStartForALoadThatCannotWaitStabilisesWithoutTheWarmUpButNotWithoutTheStabilisation() {
        rig.sequencer.start(rig.now, true, true);
        rig.apply();
        rig.until(Phase.LOADED);
        assertEquals(List.of("reset OFF", "ignition IGN", "crank IGN+START", "verify IGN", "stabilise IGN",
                "loaded IGN+CHARGER"), rig.phases());
    }

    @Test
    void theOrderToSkipTheWarmUpHoldsForItsRunAlone() {
        rig.sequencer.start(rig.now, true, true);
        rig.until(Phase.LOADED).sequencer.stop(rig.now, StopReason.COMMAND);
        rig.until(Phase.OFF).timeline.clear();
        rig.start().until(Phase.LOADED);
        assertTrue(rig.phases().contains("warmup IGN"), rig.phases().toString());
    }

    @Test
    void aServerThatRestartsInAStartWithoutWarmUpWarmsUp() {
        rig.sequencer.start(rig.now, true, true);
        rig.until(Phase.VERIFY).restart();
        rig.timeline.clear();
        rig.until(Phase.LOADED);
        assertTrue(rig.phases().contains("warmup IGN"), rig.phases().toString());
    }

    @Test
    void aStopOwesTheCooldownAfterLoad() {
        rig.start().until(Phase.LOADED);
        rig.timeline.clear();
        rig.sequencer.stop(rig.now, StopReason.COMMAND);
        rig.apply();
        rig.until(Phase.OFF);
        assertEquals(List.of("cooldown IGN", "stopping OFF", "off OFF"), rig.phases());
        assertEquals(180, (rig.timeline.get(1).nanos() - rig.timeline.get(0).nanos()) / 1e9, 0.1);
    }

    @Test
    void anEngineThatNeverCarriedLoadStopsAtOnce() {
        rig.start().until(Phase.STABILISE);
        rig.timeline.clear();
        rig.sequencer.stop(rig.now, StopReason.COMMAND);
        rig.apply();
        rig.until(Phase.OFF);
        assertEquals(List.of("stopping OFF", "off OFF"), rig.phases());
    }
}
