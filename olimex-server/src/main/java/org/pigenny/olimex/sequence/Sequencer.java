// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.olimex.sequence;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.pigenny.olimex.protocol.FaultCode;
import org.pigenny.olimex.protocol.Input;
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
    private static final String BUS_FAULT = "Relay board does not answer (I2C)";

    private final SequenceSettings settings;
    private final InputWatch inputs = new InputWatch();
    private final Starter starter;
    private final TruthTable truth;
    private final Maintenance maintenance = new Maintenance();
    private final Run run = new Run();
    private final List<SequenceEvent> events = new ArrayList<>();
    private final Saved saved;
    private final Faults faults;

    private Phase phase = Phase.UNKNOWN;
    private String why = "start of the server";
    private long since;
    private boolean ticked;
    private int relays;
    private long preheat;
    private long chargerPausedUntil;
    /** While blind: until when ignition is held for the cooldown that is owed. */
    private long blindOffAt;
    private boolean struckIdle;
    private boolean stopAtFirstSight;
    private boolean closing;

    /** A sequencer that knows nothing of a previous process. */
    public Sequencer(SequenceSettings settings) {
        this(settings, Saved.NONE);
    }

    /** A sequencer that takes over what a previous process left, once it has seen the inputs. */
    public Sequencer(SequenceSettings settings, Saved saved) {
        this.settings = settings;
        this.saved = saved;
        starter = new Starter(settings.rest());
        truth = new TruthTable(settings.stopTimeout().toNanos());
        run.restore(saved);
        faults = new Faults(saved.fault());
        relays = saved.relays() & (Relay.IGN.bit() | Relay.CHARGER.bit());
    }

    /** One look at the inputs: everything that time or the engine brings about happens here. */
    public void tick(long now, Inputs seen) {
        if (!ticked) {
            ticked = true;
            since = now;
            run.renewedAt = now;
        }
        if (!seen.equals(inputs.last())) {
            event(now, SequenceEvent.Kind.INPUTS, inputs.last().describe() + " -> " + seen.describe());
        }
        inputs.see(now, seen);
        maintenance.tick(now);
        if (phase == Phase.UNKNOWN) {
            takeOver(now);
        }
        watchBus(now);
        watchTruth(now);
        watchEngine(now);
        watchLeases(now);
        settle(now);
    }

    /**
     * Asks for a run.
     *
     * @param leased whether the client will renew a lease; a run of the legacy command holds none
     */
    public StartAnswer start(long now, boolean leased) {
        return start(now, leased, false);
    }

    /**
     * Asks for a run.
     *
     * @param skipWarmup the load cannot wait for a warm engine: it stabilises at once
     */
    public StartAnswer start(long now, boolean leased, boolean skipWarmup) {
        if (phase == Phase.COOLDOWN && leased && inputs.running() && !faults.latched() && !closing) {
            return backToLoad(now, skipWarmup);
        }
        Optional<StartAnswer.Refused> refusal = StartJudge.refusal(phase, inputs, faults, maintenance.on(), closing);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        run.begin(now, leased);
        run.skipsWarmup = skipWarmup;
        faults.clear();
        event(now, SequenceEvent.Kind.START, "run " + run.id + " accepted" + (leased ? "" : ", without a lease")
                + (skipWarmup ? ", without the warm-up" : ""));
        enter(now, starter.restLeft(now) > 0 ? Phase.REST : Phase.RESET, "start");
        settle(now);
        return new StartAnswer.Accepted(run.id);
    }

    private StartAnswer backToLoad(long now, boolean skipWarmup) {
        run.next(now, true);
        run.skipsWarmup = skipWarmup;
        faults.clear();
        run.outcome = run.warm ? StartOutcome.RUNNING : StartOutcome.PENDING;
        event(now, SequenceEvent.Kind.START, "run " + run.id + " accepted, the engine still runs");
        enter(now, run.warm ? Phase.LOADED : Phase.WARMUP, "start during the cooldown");
        settle(now);
        return new StartAnswer.Accepted(run.id);
    }

    /** Ends any run: load off, cooldown if it is owed, off. Pre-empts every phase of a start at once. */
    public void stop(long now, StopReason reason) {
        maintenance.leave();
        switch (phase) {
            case REST, RESET, PREHEAT, IGNITION, CRANK, GLOW_CRANK, VERIFY, WARMUP, STABILISE, LOADED -> {
                run.stopReason = reason;
                run.preempt(inputs.last().raw());
                unload(now, "stop: " + reason);
            }
            case UNKNOWN -> stopAtFirstSight = true;
            case OFF, COOLDOWN, STOPPING, FAULT -> {
            }
        }
        settle(now);
    }

    /** All relays off, from any phase; nothing comes on again until a reset. */
    public void emergencyStop(long now) {
        run.stopReason = StopReason.EMERGENCY_STOP;
        run.preempt(inputs.last().raw());
        raise(now, FaultCode.EMERGENCY_STOP, "Emergency stop");
        settle(now);
    }

    /**
     * Clears fault and lock-out when their cause is gone. Starts nothing.
     *
     * @return why it is refused, or empty when it is done
     */
    public Optional<String> reset(long now) {
        if (phase != Phase.FAULT && phase != Phase.OFF) {
            return Optional.of("Engine is not off");
        }
        if (!inputs.known()) {
            return Optional.of("Inputs cannot be read");
        }
        if (!inputs.last().allOff()) {
            return Optional.of("Cause is not gone: " + inputs.last().describe());
        }
        faults.clear();
        run.failedAttempts = 0;
        blindOffAt = 0;
        event(now, SequenceEvent.Kind.FAULT, "reset");
        if (phase == Phase.FAULT) {
            enter(now, Phase.OFF, "reset");
        }
        settle(now);
        return Optional.empty();
    }

    /** The client that asked for this run is alive. */
    public void renew(long now) {
        run.renewedAt = now;
    }

    /** Charger off for a moment and on again, the engine running on; false when it is not on. */
    public boolean cycleCharger(long now) {
        if (phase != Phase.LOADED) {
            return false;
        }
        long stabilise = settings.stabilise().toNanos();
        chargerPausedUntil = now + (stabilise > 0 ? Math.min(stabilise, Windows.CHARGER_PAUSE) : Windows.CHARGER_PAUSE);
        settle(now);
        return true;
    }

    /** Enters or leaves maintenance mode; the text says why it is refused. */
    public Optional<String> maintenance(long now, boolean on) {
        if (!on) {
            maintenance.leave();
        } else if (phase != Phase.OFF || closing) {
            return Optional.of("Maintenance needs the engine off and no fault, phase is " + phase.word());
        } else {
            maintenance.enter(now);
        }
        event(now, SequenceEvent.Kind.NOTE, "maintenance mode " + (on ? "on" : "off"));
        settle(now);
        return Optional.empty();
    }

    /** Sets the relays by hand; the text says why it is refused. */
    public Optional<String> relay(long now, int bits) {
        if (!maintenance.on()) {
            return Optional.of("RELAY needs maintenance mode");
        }
        boolean engages = Relay.START.in(bits) && !starter.on();
        if (engages && starter.restLeft(now) > 0) {
            return Optional.of("Starter rests for " + (starter.restLeft(now) / 1_000_000_000L + 1) + " s more");
        }
        if (engages && inputs.mayTurn()) {
            return Optional.of("Starter stays off: engine is not seen standing");
        }
        maintenance.set(now, bits);
        settle(now);
        return Optional.empty();
    }

    /** The client that set relays by hand is gone. */
    public void releaseRelays(long now) {
        maintenance.dropped(0);
        settle(now);
    }

    /** The service ends: the engine is stopped in the normal way, and nothing is started any more. */
    public void close(long now) {
        closing = true;
        stop(now, StopReason.SHUTDOWN);
    }

    /** Whether {@link #close} was called. */
    public boolean closing() {
        return closing;
    }

    /** The relays that should be on now, bits as in {@link Relay}. */
    public int relays() {
        return relays;
    }

    /** Still looking at what a previous process left: write nothing yet. */
    public boolean deciding() {
        return phase == Phase.UNKNOWN && inputs.blindFor(since + Windows.BLIND_BOOT) < Windows.BLIND_BOOT
                && !Relay.START.in(saved.relays());
    }

    public Phase phase() {
        return phase;
    }

    /** Why the relays are what they are, for the log. */
    public String reason() {
        return maintenance.on() ? "by hand" : phase.word() + ", " + why;
    }

    /** What happened since the last call, oldest first. */
    public List<SequenceEvent> drain() {
        List<SequenceEvent> drained = List.copyOf(events);
        events.clear();
        return drained;
    }

    private void takeOver(long now) {
        if (!inputs.settled()) {
            return;
        }
        Adoption.Plan plan = Adoption.plan(saved, inputs.last());
        if (plan.starterRests()) {
            starter.assumeUsed(now, 0);
        }
        if (plan.failed()) {
            run.outcome = StartOutcome.PENDING;
            run.fail(inputs.last().raw());
        }
        if (plan.unknownRun()) {
            run.begin(now, true);
            run.loaded = true;
        }
        if (inputs.last().on(Input.RUNNING) && run.ranSince == 0) {
            run.ranSince = now;
        }
        plan.note().ifPresent(found -> faults.put(found.code(), found.text()));
        enter(now, plan.phase(), plan.why());
        if (plan.keepsTime()) {
            since = Math.min(now, saved.phaseSince());
        }
        if (phase == Phase.OFF) {
            run.settle(now, saved.ranSince() != 0);
            lockOutIfDue(now);
        }
        if (stopAtFirstSight) {
            stop(now, StopReason.COMMAND);
        }
    }

    private void watchBus(long now) {
        long blind = inputs.blindFor(now);
        if (inputs.known()) {
            if (phase == Phase.FAULT && faults.is(FaultCode.I2C) && inputs.settled()) {
                busIsBack(now);
            }
            return;
        }
        if (phase == Phase.UNKNOWN && !saved.engineOn()) {
            relays = blind >= Windows.BLIND_BOOT ? 0 : relays;
            if (blind >= Windows.BUS_DEAD && faults.shown().isEmpty()) {
                faults.put(FaultCode.I2C, BUS_FAULT);
            }
        } else if (phase != Phase.FAULT
                && (blind >= Windows.BUS_DEAD || (phase.cranking() && blind >= Windows.BLIND_CRANK))) {
            loseSight(now);
        }
    }

    private void loseSight(long now) {
        struckIdle = phase == Phase.OFF;
        Phase reached = phase == Phase.UNKNOWN ? saved.phase() : phase;
        if (reached.running()) {
            long owed = run.loaded ? settings.cooldown().toNanos() : 0;
            blindOffAt = reached == Phase.COOLDOWN ? since + owed : now + owed;
            run.stopReason = StopReason.FAULT;
        }
        run.fail(Inputs.UNREADABLE);
        raise(now, FaultCode.I2C, BUS_FAULT);
    }

    private void busIsBack(long now) {
        if (struckIdle) {
            struckIdle = false;
            faults.clear();
            enter(now, Phase.OFF, "relay board answers again");
        } else if (inputs.running() && blindOffAt > now) {
            long left = blindOffAt - now;
            enter(now, Phase.COOLDOWN, "relay board answers again");
            since = now + left - settings.cooldown().toNanos();
        } else if (inputs.running() && blindOffAt != 0) {
            enter(now, Phase.STOPPING, "relay board answers again");
        }
        blindOffAt = 0;
    }

    private void watchTruth(long now) {
        if (phase == Phase.UNKNOWN) {
            return;
        }
        Set<FaultCode> found = truth.look(now, relays, inputs.last());
        if (found.contains(FaultCode.WELDED_STARTER)) {
            raise(now, FaultCode.WELDED_STARTER, "Starter stays engaged with START off");
        }
        if (found.contains(FaultCode.WONT_STOP) && phase != Phase.STOPPING) {
            raise(now, FaultCode.WONT_STOP, "Engine runs with ignition off");
        }
        if (found.contains(FaultCode.IGNITION)) {
            wiring(now, FaultCode.IGNITION, "Ignition is not live with IGN on");
        }
        if (found.contains(FaultCode.NO_ENGAGE)) {
            wiring(now, FaultCode.NO_ENGAGE, "Starter does not engage with START on");
        }
    }

    /** Ends a start; of an engine that runs all the same it is only told. */
    private void wiring(long now, FaultCode code, String text) {
        if (phase.cranking() || phase == Phase.VERIFY) {
            failStart(now, code, text);
        } else {
            note(now, code, text);
        }
    }

    private void watchEngine(long now) {
        if (run.ranSince == 0 && inputs.running() && (phase.starting() || phase == Phase.LOADED)) {
            run.ranSince = now;
        }
        if (phase.running() && inputs.stopped()) {
            if (run.pending()) {
                failStart(now, FaultCode.STALLED, "Engine stopped by itself");
            } else {
                note(now, FaultCode.STALLED, "Engine stopped by itself");
                run.stopReason = StopReason.STALLED;
                enter(now, Phase.STOPPING, "engine stopped by itself");
            }
        }
    }

    private void watchLeases(long now) {
        boolean wanted = phase.starting() || phase == Phase.LOADED;
        if (!wanted) {
            return;
        }
        long silent = now - run.renewedAt;
        boolean chargerLost = phase == Phase.LOADED && chargerLeaseLost(now);
        if (run.leased && (chargerLost || silent >= settings.clientLease().toNanos())) {
            stop(now, StopReason.LEASE);
            note(now, FaultCode.LEASE, "Client did not renew its lease for " + silent / 1_000_000_000L + " s");
        } else if (!run.leased && run.ranSince != 0 && now - run.ranSince >= settings.maxRun().toNanos()) {
            stop(now, StopReason.MAX_RUN);
            note(now, FaultCode.MAX_RUN, "Run limit reached");
        }
    }

    private boolean chargerLeaseLost(long now) {
        return run.leased && now - run.renewedAt >= settings.chargerLease().toNanos();
    }

    /** Goes through all phases that are over, then sets the relays. */
    private void settle(long now) {
        for (int steps = 0; steps < MOST_STEPS_AT_ONCE; steps++) {
            Phase before = phase;
            advance(now);
            if (phase == before) {
                break;
            }
        }
        int wanted = wanted(now);
        int allowed = starter.gate(now, wanted, inputs);
        maintenance.dropped(allowed);
        if (allowed != relays) {
            event(now, SequenceEvent.Kind.RELAYS,
                    Relay.describe(relays) + " -> " + Relay.describe(allowed) + ": " + reason());
            relays = allowed;
        }
    }

    private void advance(long now) {
        switch (phase) {
            case REST -> go(now, starter.restLeft(now) == 0, Phase.RESET, "starter has rested");
            case RESET -> {
                if (over(now)) {
                    preheat = settings.preheatTable().glow(settings.preheat(), run.stood(now)).toNanos();
                    enter(now, preheat > 0 ? Phase.PREHEAT : Phase.IGNITION, "time");
                }
            }
            case PREHEAT -> go(now, now - since >= preheat, Phase.IGNITION, "glowed");
            case IGNITION -> go(now, over(now), inputs.mayTurn() ? Phase.VERIFY : Phase.CRANK, "time");
            case CRANK -> {
                run.attemptOpen = true;
                Phase next = settings.glowCrank().isZero() ? Phase.VERIFY : Phase.GLOW_CRANK;
                go(now, inputs.running(), Phase.VERIFY, "engine runs");
                go(now, phase == Phase.CRANK && over(now), next, "time");
            }
            case GLOW_CRANK -> go(now, inputs.running() || over(now), Phase.VERIFY,
                    inputs.running() ? "engine runs" : "time");
            case VERIFY -> verify(now);
            case WARMUP -> go(now, over(now) || run.skipsWarmup, Phase.STABILISE,
                    run.skipsWarmup ? "warm-up skipped as asked" : "warm");
            case STABILISE -> {
                // A client that lost the charger's lease before it was on does not get it.
                if (over(now) && inputs.running() && !chargerLeaseLost(now)) {
                    run.carriesLoad();
                    enter(now, Phase.LOADED, "stable");
                }
            }
            case COOLDOWN -> go(now, over(now), Phase.STOPPING, "cooled down");
            case STOPPING -> stopping(now);
            case OFF, LOADED, FAULT, UNKNOWN -> {
            }
        }
    }

    private void verify(long now) {
        if (!over(now)) {
            return;
        }
        if (inputs.running()) {
            enter(now, Phase.WARMUP, "engine runs by itself");
        } else if (inputs.known()) {
            failStart(now, FaultCode.NO_START, "Engine did not start");
        }
    }

    private void stopping(long now) {
        if (inputs.allOff()) {
            run.settle(now, true);
            enter(now, faults.latched() ? Phase.FAULT : Phase.OFF, "proven off");
            lockOutIfDue(now);
        } else if (over(now) && inputs.known()) {
            raise(now, FaultCode.WONT_STOP, "Engine does not stop: " + inputs.last().describe());
        }
    }

    private void lockOutIfDue(long now) {
        if (phase == Phase.OFF && lockedOut()) {
            raise(now, FaultCode.LOCKED_OUT, "Locked out after " + run.failedAttempts + " failed starts");
        }
    }

    private void failStart(long now, FaultCode code, String text) {
        run.fail(inputs.last().raw());
        run.stopReason = StopReason.FAILED_START;
        note(now, code, text);
        enter(now, Phase.STOPPING, text);
    }

    private void unload(long now, String why) {
        enter(now, run.loaded && phase.running() ? Phase.COOLDOWN : Phase.STOPPING, why);
    }

    private void go(long now, boolean when, Phase next, String why) {
        if (when) {
            enter(now, next, why);
        }
    }

    private boolean over(long now) {
        return now - since >= settings.lengthOf(phase).toNanos();
    }

    private void enter(long now, Phase next, String why) {
        if (!Transitions.from(phase).contains(next)) {
            faults.put(FaultCode.INTERNAL, "No way from " + phase.word() + " to " + next.word());
            event(now, SequenceEvent.Kind.FAULT, faults.text());
            phase = Phase.FAULT;
            since = now;
            return;
        }
        event(now, SequenceEvent.Kind.PHASE, phase.word() + " -> " + next.word() + ": " + why);
        phase = next;
        this.why = why;
        since = now;
    }

    /** Lets everything go until a reset. The worse of two faults is kept. */
    private void raise(long now, FaultCode code, String text) {
        boolean known = faults.is(code) && phase == Phase.FAULT;
        faults.putWorse(code, text);
        if (known) {
            return;
        }
        event(now, SequenceEvent.Kind.FAULT, code + ": " + text);
        run.fail(inputs.last().raw());
        if (code != FaultCode.I2C) {
            blindOffAt = 0;
        }
        maintenance.leave();
        if (phase != Phase.FAULT) {
            enter(now, Phase.FAULT, text);
        }
        run.settle(now, true);
    }

    private void note(long now, FaultCode code, String text) {
        if (!faults.latched() && !faults.is(code)) {
            faults.put(code, text);
            event(now, SequenceEvent.Kind.FAULT, code + ": " + text);
        }
    }

    private boolean lockedOut() {
        return run.failedAttempts >= settings.maxStartAttempts();
    }

    private int wanted(long now) {
        return switch (phase) {
            case REST, RESET, STOPPING -> 0;
            case OFF -> maintenance.relays();
            case PREHEAT -> Relay.GLOW.bit();
            case CRANK -> Relay.IGN.bit() | Relay.START.bit();
            case GLOW_CRANK -> Relay.IGN.bit() | Relay.GLOW.bit() | Relay.START.bit();
            case IGNITION, VERIFY, WARMUP, STABILISE, COOLDOWN -> Relay.IGN.bit();
            case LOADED -> Relay.IGN.bit() | (chargerMayBeOn(now) ? Relay.CHARGER.bit() : 0);
            case FAULT -> now < blindOffAt ? Relay.IGN.bit() : 0;
            case UNKNOWN -> relays;
        };
    }

    /** It is never closed but on an engine that is seen running; a bouncing contact alone does not open it. */
    private boolean chargerMayBeOn(long now) {
        return now >= chargerPausedUntil && (Relay.CHARGER.in(relays) || inputs.running());
    }

    private void event(long now, SequenceEvent.Kind kind, String text) {
        events.add(new SequenceEvent(now, kind, text));
    }

    /** Everything at one instant. */
    public SequenceReport report(long now) {
        boolean on = phase.starting() || phase == Phase.LOADED;
        OptionalLong lease = run.leased && on
                ? OptionalLong.of(Math.max(0, settings.clientLease().toNanos() - (now - run.renewedAt)))
                : OptionalLong.empty();
        return new SequenceReport(phase, phaseLeft(now), relays, inputs.last(), inputs.ranWhenLastSeen(), run.id,
                phase.starting() ? run.failedAttempts + 1 : 0, run.failedAttempts, run.outcome, run.startStatus,
                run.ranSince == 0 ? 0 : now - run.ranSince, run.loaded, faults.shown(), lockedOut(), lease,
                maintenance.on(),
                run.stopReason);
    }

    private OptionalLong phaseLeft(long now) {
        return switch (phase) {
            case REST -> OptionalLong.of(starter.restLeft(now));
            case PREHEAT -> OptionalLong.of(Math.max(0, preheat - (now - since)));
            case RESET, IGNITION, CRANK, GLOW_CRANK, VERIFY, WARMUP, STABILISE, COOLDOWN, STOPPING -> OptionalLong.of(
                    Math.max(0, settings.lengthOf(phase).toNanos() - (now - since)));
            case OFF, LOADED, FAULT, UNKNOWN -> OptionalLong.empty();
        };
    }

    /** How long nothing but an input or a command can change anything, at most a second. */
    public Duration quiet(long now) {
        if (phase != Phase.OFF && phase != Phase.LOADED && phase != Phase.WARMUP && phase != Phase.COOLDOWN) {
            return Duration.ZERO;
        }
        long left = Math.min(phaseLeft(now).orElse(Long.MAX_VALUE), 1_000_000_000L);
        return Duration.ofNanos(left);
    }

    /** What the next process must know. */
    public Saved saved() {
        return new Saved(phase, since, relays, run.id, run.ranSince, run.stoodSince, run.loaded, run.warm, run.leased,
                run.failedAttempts, run.attemptOpen, maintenance.on(), run.outcome, run.stopReason,
                faults.kept());
    }
}
