// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.olimex.sequence;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.pigenny.olimex.protocol.FaultCode;
import org.pigenny.olimex.protocol.Inputs;
import org.pigenny.olimex.protocol.Phase;
import org.pigenny.olimex.protocol.Relay;
import org.pigenny.olimex.protocol.StartOutcome;
import org.pigenny.olimex.protocol.StopReason;

/**
 * The engine's sequences: a state machine without clock, thread or board. Time and inputs come in by {@link #tick}; the
 * relays that should be on are read from {@link #relays()} after every call; {@link #drain()} tells what happened.
 *
 * <p>Tick at least every 50 ms while anything but {@code off} or {@code loaded} lasts, and every second otherwise. Not
 * thread-safe: one thread owns the relays.
 */
public final class Sequencer {
    private static final int MOST_STEPS_AT_ONCE = 16;

    private final Course course;
    private final FirstSight firstSight;
    private final BusWatch bus;
    private final TruthWatch truth;
    private final EngineWatch engine;
    private final LeaseWatch leases;
    private final Progress progress;
    private final Wanted wanted;
    private boolean ticked;
    private boolean stopAtFirstSight;

    /** A sequencer that knows nothing of a previous process. */
    public Sequencer(SequenceSettings settings) {
        this(settings, Saved.NONE);
    }

    /** A sequencer that takes over what a previous process left, once it has seen the inputs. */
    public Sequencer(SequenceSettings settings, Saved saved) {
        course = new Course(settings, saved);
        firstSight = new FirstSight(course);
        bus = new BusWatch(course);
        truth = new TruthWatch(course);
        engine = new EngineWatch(course);
        leases = new LeaseWatch(course);
        progress = new Progress(course, leases);
        wanted = new Wanted(course);
    }

    /** One look at the inputs: everything that time or the engine brings about happens here. */
    public void tick(long now, Inputs seen) {
        if (!ticked) {
            ticked = true;
            course.countFrom(now);
            course.run.renewedAt = now;
        }
        if (!seen.equals(course.inputs.last())) {
            course.event(now, SequenceEvent.Kind.INPUTS,
                    course.inputs.last().describe() + " -> " + seen.describe());
        }
        course.inputs.see(now, seen);
        course.maintenance.tick(now);
        firstSight.look(now);
        if (stopAtFirstSight && course.phase() != Phase.UNKNOWN) {
            stopAtFirstSight = false;
            stop(now, StopReason.COMMAND);
        }
        bus.look(now);
        truth.look(now);
        engine.look(now);
        leases.look(now);
        settle(now);
    }

    /**
     * Asks for a run with its warm-up.
     *
     * @param leased whether the client will renew a lease; a run of the legacy command holds none
     */
    public StartAnswer start(long now, boolean leased) {
        return start(now, leased, false);
    }

    /**
     * Asks for a run.
     *
     * @param leased whether the client will renew a lease; a run of the legacy command holds none
     * @param skipWarmup the load cannot wait for a warm engine: it stabilises at once
     */
    public StartAnswer start(long now, boolean leased, boolean skipWarmup) {
        Run run = course.run;
        boolean backToLoad = course.phase() == Phase.COOLDOWN && leased && course.inputs.running()
                && !course.faults.latched() && !course.closing;
        if (backToLoad) {
            run.next(now, true);
            run.outcome = run.warm ? StartOutcome.RUNNING : StartOutcome.PENDING;
        } else {
            Optional<StartAnswer.Refused> refusal = StartJudge.refusal(course.phase(), course.inputs, course.faults,
                    course.maintenance.on(), course.closing);
            if (refusal.isPresent()) {
                return refusal.get();
            }
            run.begin(now, leased);
        }
        run.skipsWarmup = skipWarmup;
        course.faults.clear();
        course.event(now, SequenceEvent.Kind.START, "run " + run.id + " accepted" + (leased ? "" : ", without a lease")
                + (skipWarmup ? ", without the warm-up" : "") + (backToLoad ? ", the engine still runs" : ""));
        if (backToLoad) {
            course.enter(now, run.warm ? Phase.LOADED : Phase.WARMUP, "start during the cooldown");
        } else {
            course.enter(now, course.starter.restLeft(now) > 0 ? Phase.REST : Phase.RESET, "start");
        }
        settle(now);
        return new StartAnswer.Accepted(run.id);
    }

    /** Ends any run: load off, cooldown if it is owed, off. Pre-empts every phase of a start at once. */
    public void stop(long now, StopReason reason) {
        course.maintenance.leave();
        switch (course.phase()) {
            case REST, RESET, PREHEAT, IGNITION, CRANK, GLOW_CRANK, VERIFY, WARMUP, STABILISE, LOADED -> course
                    .stop(now, reason);
            case UNKNOWN -> stopAtFirstSight = true;
            case OFF, COOLDOWN, STOPPING, FAULT -> {
            }
        }
        settle(now);
    }

    /** All relays off, from any phase; nothing comes on again until a reset. */
    public void emergencyStop(long now) {
        course.run.stopReason = StopReason.EMERGENCY_STOP;
        course.run.preempt(course.inputs.last().raw());
        course.raise(now, FaultCode.EMERGENCY_STOP, "Emergency stop");
        settle(now);
    }

    /**
     * Clears fault and lock-out when their cause is gone. Starts nothing.
     *
     * @return why it is refused, or empty when it is done
     */
    public Optional<String> reset(long now) {
        if (course.phase() != Phase.FAULT && course.phase() != Phase.OFF) {
            return Optional.of("Engine is not off");
        }
        if (!course.inputs.known()) {
            return Optional.of("Inputs cannot be read");
        }
        if (!course.inputs.last().allOff()) {
            return Optional.of("Cause is not gone: " + course.inputs.last().describe());
        }
        course.faults.clear();
        course.run.failedAttempts = 0;
        course.run.stands(now);
        course.ignitionHeldUntil = 0;
        course.event(now, SequenceEvent.Kind.FAULT, "reset");
        if (course.phase() == Phase.FAULT) {
            course.enter(now, Phase.OFF, "reset");
        }
        settle(now);
        return Optional.empty();
    }

    /** The client that asked for this run is alive. */
    public void renew(long now) {
        course.run.renewedAt = now;
    }

    /** Charger off for a moment and on again, the engine running on; false when it is not on. */
    public boolean cycleCharger(long now) {
        if (course.phase() != Phase.LOADED) {
            return false;
        }
        wanted.pauseCharger(now);
        settle(now);
        return true;
    }

    /** Enters or leaves maintenance mode; the text says why it is refused. */
    public Optional<String> maintenance(long now, boolean on) {
        if (!on) {
            course.maintenance.leave();
        } else if (course.phase() != Phase.OFF || course.closing) {
            return Optional.of("Maintenance needs the engine off and no fault, phase is " + course.phase().word());
        } else {
            course.maintenance.enter(now);
        }
        course.event(now, SequenceEvent.Kind.NOTE, "maintenance mode " + (on ? "on" : "off"));
        settle(now);
        return Optional.empty();
    }

    public boolean inMaintenance() {
        return course.maintenance.on();
    }

    /** Sets the relays by hand; the text says why it is refused. */
    public Optional<String> relay(long now, int bits) {
        if (!course.maintenance.on()) {
            return Optional.of("RELAY needs maintenance mode");
        }
        boolean engages = Relay.START.in(bits) && !course.starter.on();
        long rest = course.starter.restLeft(now);
        if (engages && rest > 0) {
            return Optional.of("Starter rests for " + (rest / 1_000_000_000L + 1) + " s more");
        }
        if (engages && course.inputs.mayTurn()) {
            return Optional.of("Starter stays off: engine is not seen standing");
        }
        course.maintenance.set(now, bits);
        settle(now);
        return Optional.empty();
    }

    /** The client that set relays by hand is gone. */
    public void releaseRelays(long now) {
        course.maintenance.dropped(0);
        settle(now);
    }

    /** The service ends: the engine is stopped in the normal way, and nothing is started any more. */
    public void close(long now) {
        course.closing = true;
        stop(now, StopReason.SHUTDOWN);
    }

    /** Whether {@link #close} was called. */
    public boolean closing() {
        return course.closing;
    }

    /** The relays that should be on now, bits as in {@link Relay}. */
    public int relays() {
        return course.relays;
    }

    /** Still looking at what a previous process left: write nothing yet. */
    public boolean deciding() {
        return firstSight.waiting();
    }

    public Phase phase() {
        return course.phase();
    }

    /** Why the relays are what they are, for the log. */
    public String reason() {
        return course.maintenance.on() ? "by hand" : course.phase().word() + ", " + course.why();
    }

    /** What happened since the last call, oldest first. */
    public List<SequenceEvent> drain() {
        return course.drain();
    }

    /** Goes through all phases that are over, then sets the relays. */
    private void settle(long now) {
        for (int steps = 0; steps < MOST_STEPS_AT_ONCE; steps++) {
            Phase before = course.phase();
            progress.advance(now);
            if (course.phase() == before) {
                break;
            }
        }
        int allowed = course.starter.gate(now, wanted.relays(now), course.inputs);
        course.maintenance.dropped(allowed);
        if (allowed != course.relays) {
            course.event(now, SequenceEvent.Kind.RELAYS,
                    Relay.describe(course.relays) + " -> " + Relay.describe(allowed) + ": " + reason());
            course.relays = allowed;
        }
    }

    /** Everything at one instant. */
    public SequenceReport report(long now) {
        return Snapshots.report(course, now, progress.left(now));
    }

    /** How long nothing but an input or a command can change anything, at most a second. */
    public Duration quiet(long now) {
        Phase phase = course.phase();
        if (phase != Phase.OFF && phase != Phase.LOADED && phase != Phase.WARMUP && phase != Phase.COOLDOWN) {
            return Duration.ZERO;
        }
        long left = Math.min(progress.left(now).orElse(Long.MAX_VALUE), 1_000_000_000L);
        return Duration.ofNanos(left);
    }

    /** What the next process must know. */
    public Saved saved() {
        return Snapshots.saved(course);
    }
}
