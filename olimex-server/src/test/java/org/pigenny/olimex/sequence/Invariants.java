// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.olimex.sequence;

import java.time.Duration;
import org.pigenny.olimex.board.EngineBehaviour;
import org.pigenny.olimex.board.EngineModel;
import org.pigenny.olimex.protocol.FaultCode;
import org.pigenny.olimex.protocol.Relay;

/**
 * What must hold at every instant, judged on the simulated engine itself and not on what the sequencer believes. While the
 * bus is dead nobody can move a relay, so that time does not count.
 */
final class Invariants {
    private static final long STARTER_ON_RUNNING = Duration.ofMillis(200).toNanos();
    private static final long CHARGER_ON_STANDING = Duration.ofMillis(1300).toNanos();
    private static final long NEVER = Long.MIN_VALUE;

    private final SequenceSettings settings;
    private long runningSince = NEVER;
    private long standingSince = NEVER;
    private long bothSince = NEVER;
    private long starterSince = NEVER;
    private long starterOffSince = NEVER;
    private long lastBurst;
    private boolean charger;
    private boolean busWasDead;
    private boolean emergency;

    Invariants(SequenceSettings settings) {
        this.settings = settings;
    }

    void emergencyStopped() {
        emergency = true;
    }

    void wasReset() {
        emergency = false;
    }

    /** While no process lives nobody can let the starter go: its time counts from the new one's first look. */
    void restarted(long now, EngineModel engine) {
        engine.inputs(now);
        busWasDead = true;
        lastBurst = 0;
    }

    /** One instant. */
    void look(long now, EngineModel engine, Sequencer sequencer, boolean maintenance) {
        boolean running = engine.state().runningSince() != Long.MAX_VALUE;
        runningSince = running ? (runningSince == NEVER ? now : runningSince) : NEVER;
        standingSince = running ? NEVER : (standingSince == NEVER ? now : standingSince);
        boolean dead = engine.behaviour() == EngineBehaviour.I2C_DEAD;
        int relays = engine.relays();
        if (dead || busWasDead) {
            // The look after the bus came back is the first at which anything can be put right.
            busWasDead = dead;
            bothSince = NEVER;
            charger = Relay.CHARGER.in(relays);
            starterSince = Relay.START.in(relays) ? now : NEVER;
            standingSince = running ? NEVER : now;
            return;
        }
        starterNeverOnRunning(now, running, relays);
        starterCapped(now, relays);
        chargerOnlyOnAProvenEngine(now, running, relays, maintenance);
        check(!emergency || relays == 0, now, "relays after an emergency stop: " + Relay.names(relays));
        check(sequencer.report(now).fault().filter(fault -> fault.code() == FaultCode.INTERNAL).isEmpty(), now,
                "internal: " + sequencer.report(now).fault());
    }

    private void starterNeverOnRunning(long now, boolean running, int relays) {
        boolean both = running && Relay.START.in(relays);
        bothSince = both ? (bothSince == NEVER ? now : bothSince) : NEVER;
        check(!both || now - bothSince <= STARTER_ON_RUNNING, now, "starter on a running engine");
    }

    private void starterCapped(long now, int relays) {
        if (!Relay.START.in(relays)) {
            if (starterSince != NEVER) {
                lastBurst = now - starterSince;
                starterOffSince = now;
            }
            starterSince = NEVER;
            return;
        }
        if (starterSince == NEVER) {
            starterSince = now;
            check(starterOffSince == NEVER || now - starterOffSince >= lastBurst, now, "starter without rest");
        }
        check(now - starterSince <= SequenceSettings.STARTER_CAP.toNanos(), now, "starter beyond its cap");
    }

    private void chargerOnlyOnAProvenEngine(long now, boolean running, int relays, boolean maintenance) {
        boolean on = Relay.CHARGER.in(relays);
        if (on && !maintenance) {
            long warm = settings.warmup().plus(settings.stabilise()).toNanos();
            check(charger || (running && now - runningSince >= warm), now, "charger on a cold engine");
            check(running || now - standingSince <= CHARGER_ON_STANDING, now, "charger on a standing engine");
        }
        charger = on;
    }

    private static void check(boolean holds, long now, String what) {
        if (!holds) {
            throw new AssertionError(what + " at " + now / 1e9);
        }
    }
}
