// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.olimex.board;

import java.time.Duration;
import org.pigenny.olimex.protocol.Input;
import org.pigenny.olimex.protocol.Inputs;
import org.pigenny.olimex.protocol.Relay;

/**
 * A simulated engine behind a simulated relay board: a pure function of what was done to it and of the time that is passed
 * in, so that it goes on "running" while nobody looks. Time is monotonic nanoseconds and never goes back.
 */
public final class EngineModel {
    /** A stalling engine fires and dies after this. */
    private static final long STALL_AFTER = Duration.ofSeconds(1).toNanos();
    private static final long NEVER = Long.MAX_VALUE;

    private final long firesAfter;
    private EngineBehaviour behaviour;
    private int relays;
    /** When the starter began to turn the engine with ignition on, or {@link #NEVER}. */
    private long crankingSince;
    /** When it fired, or {@link #NEVER}. */
    private long runningSince;

    /** An engine that stands still. */
    public EngineModel(Duration firesAfter, EngineBehaviour behaviour) {
        this(firesAfter, behaviour, State.STANDING);
    }

    /** An engine as it was left. */
    public EngineModel(Duration firesAfter, EngineBehaviour behaviour, State state) {
        this.firesAfter = firesAfter.toNanos();
        this.behaviour = behaviour;
        relays = state.relays();
        crankingSince = state.crankingSince();
        runningSince = state.runningSince();
    }

    /** What must be kept for the engine to go on when nobody looks. */
    public record State(int relays, long crankingSince, long runningSince) {
        public static final State STANDING = new State(0, NEVER, NEVER);
    }

    public State state() {
        return new State(relays, crankingSince, runningSince);
    }

    public EngineBehaviour behaviour() {
        return behaviour;
    }

    /** Behaves otherwise from now on. */
    public void behave(long now, EngineBehaviour next) {
        goOn(now);
        behaviour = next;
        if (next == EngineBehaviour.STALL && running()) {
            stop();
        }
    }

    /** Sets the relays, as the board would; a dead bus keeps what they were. */
    public void relays(long now, int bits) {
        goOn(now);
        if (behaviour == EngineBehaviour.I2C_DEAD) {
            return;
        }
        relays = bits & Relay.MASK;
        boolean turned = Relay.START.in(relays) && Relay.IGN.in(relays);
        if (!turned) {
            crankingSince = NEVER;
        } else if (crankingSince == NEVER && !running()) {
            crankingSince = now;
        }
        if (running() && !Relay.IGN.in(relays) && behaviour != EngineBehaviour.WONT_STOP) {
            stop();
        }
    }

    /** The relays as the board holds them. */
    public int relays() {
        return relays;
    }

    /** The inputs now; unknown when the bus is dead. */
    public Inputs inputs(long now) {
        goOn(now);
        if (behaviour == EngineBehaviour.I2C_DEAD) {
            return Inputs.UNKNOWN;
        }
        boolean engaged = Relay.START.in(relays) || behaviour == EngineBehaviour.WELDED_STARTER;
        return Inputs.of((running() ? Input.RUNNING.bit() : 0) | (Relay.IGN.in(relays) ? Input.IGNITION.bit() : 0)
                | (engaged ? Input.STARTER.bit() : 0));
    }

    /** Whether power flows into the battery: the engine runs, the charger is on, and it works. */
    public boolean charging(long now) {
        goOn(now);
        return running() && Relay.CHARGER.in(relays) && behaviour != EngineBehaviour.NO_CHARGE;
    }

    private boolean running() {
        return runningSince != NEVER;
    }

    private void stop() {
        runningSince = NEVER;
        crankingSince = NEVER;
    }

    private void goOn(long now) {
        boolean catches = behaviour != EngineBehaviour.NO_FIRE;
        if (!running() && crankingSince != NEVER && catches && now - crankingSince >= firesAfter) {
            runningSince = crankingSince + firesAfter;
            crankingSince = NEVER;
        }
        if (running() && behaviour == EngineBehaviour.STALL && now - runningSince >= STALL_AFTER) {
            stop();
        }
        if (running() && !Relay.IGN.in(relays) && behaviour != EngineBehaviour.WONT_STOP) {
            stop();
        }
    }
}
