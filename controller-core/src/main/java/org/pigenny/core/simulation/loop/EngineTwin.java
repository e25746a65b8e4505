// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.simulation.loop;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.pigenny.core.model.EngineAnswer;
import org.pigenny.core.model.EngineCommand;
import org.pigenny.core.model.EnginePhase;
import org.pigenny.core.model.EngineReport;
import org.pigenny.core.model.EngineReport.StartOutcome;
import org.pigenny.core.model.settings.EngineSettings;
import org.pigenny.olimex.board.EngineBehaviour;
import org.pigenny.olimex.board.EngineModel;
import org.pigenny.olimex.protocol.Input;
import org.pigenny.olimex.protocol.StopReason;
import org.pigenny.olimex.sequence.SequenceReport;
import org.pigenny.olimex.sequence.SequenceSettings;
import org.pigenny.olimex.sequence.Sequencer;
import org.pigenny.olimex.sequence.StartAnswer;

/** The relay server without its sockets: the real sequencer on a simulated engine, in time that the caller passes. */
public final class EngineTwin {
    /** How often the server looks while something is under way. */
    private static final long LOOK = Duration.ofMillis(50).toNanos();
    /** So long the sequencer has looked before the first instant of the simulation: it knows that the engine stands. */
    private static final long BEFORE = Duration.ofSeconds(2).toNanos();
    private static final EngineReport.BoardHealth HEALTH = new EngineReport.BoardHealth("simulated", 1, "0h00m", "0%",
            "0.0G");

    private final Sequencer sequencer;
    private final EngineModel engine;
    private long now;

    /** @param start monotonic nanoseconds of the first instant, at least two seconds */
    public EngineTwin(EngineSettings times, long start) {
        sequencer = new Sequencer(settings(times));
        engine = new EngineModel(times.firesAfter(), EngineBehaviour.OK);
        now = start - BEFORE;
        look();
        runTo(start, () -> {});
    }

    /** @throws IllegalArgumentException naming the key whose value the sequences do not allow */
    public static SequenceSettings settings(EngineSettings times) {
        return SequenceSettings.defaults()
                .with(Map.ofEntries(Map.entry("preheat_s", times.preheat()),
                        Map.entry("reset_s", times.reset()), Map.entry("ignition_s", times.ignition()),
                        Map.entry("crank_s", times.crank()), Map.entry("glow_crank_s", times.glowCrank()),
                        Map.entry("verify_s", times.verify()), Map.entry("rest_s", times.rest()),
                        Map.entry("warmup_s", times.warmup()), Map.entry("stabilise_s", times.stabilise()),
                        Map.entry("cooldown_s", times.cooldown()), Map.entry("stop_timeout_s", times.stopTimeout())));
    }

    /** Lets time pass, looking as often as the server would; {@code afterLook} runs after each look. */
    public void runTo(long until, Runnable afterLook) {
        while (now < until) {
            long quiet = sequencer.quiet(now).toNanos();
            now = Math.min(until, now + (quiet > 0 ? quiet : LOOK));
            look();
            afterLook.run();
        }
    }

    private void look() {
        sequencer.tick(now, engine.inputs(now));
        engine.relays(now, sequencer.relays());
        sequencer.drain();
    }

    public void behave(EngineBehaviour behaviour) {
        engine.behave(now, behaviour);
    }

    public void renew() {
        sequencer.renew(now);
    }

    public EngineAnswer submit(EngineCommand command) {
        Optional<String> refusal = carryOut(command);
        engine.relays(now, sequencer.relays());
        sequencer.drain();
        return new EngineAnswer(command, refusal.isEmpty(), refusal.orElse("OK"), now);
    }

    private Optional<String> carryOut(EngineCommand command) {
        switch (command) {
            case START, START_WITHOUT_WARMUP -> {
                return start(command == EngineCommand.START_WITHOUT_WARMUP);
            }
            case STOP -> sequencer.stop(now, StopReason.COMMAND);
            case EMERGENCY_STOP -> sequencer.emergencyStop(now);
            case RESET -> {
                return sequencer.reset(now);
            }
            case CYCLE_CHARGER -> sequencer.cycleCharger(now);
        }
        return Optional.empty();
    }

    private Optional<String> start(boolean skipWarmup) {
        return switch (sequencer.start(now, true, skipWarmup)) {
            case StartAnswer.Accepted accepted -> Optional.empty();
            case StartAnswer.Refused refused -> Optional.of(refused.text());
        };
    }

    /** Whether the charger puts power into the battery now. */
    public boolean charging() {
        return engine.charging(now);
    }

    public long nanos() {
        return now;
    }

    public EnginePhase phase() {
        return EnginePhase.valueOf(sequencer.phase().name());
    }

    public int relays() {
        return sequencer.relays();
    }

    public EngineReport report() {
        SequenceReport seen = sequencer.report(now);
        boolean known = seen.inputs().known();
        return new EngineReport(phase(), duration(seen.phaseLeft()), seen.relays(),
                known ? OptionalInt.of(seen.inputs().raw()) : OptionalInt.empty(),
                known ? Optional.of(seen.inputs().on(Input.RUNNING)) : Optional.empty(), seen.runId(), seen.attempt(),
                seen.failedAttempts(), StartOutcome.valueOf(seen.lastStart().name()),
                Duration.ofNanos(seen.runFor()), seen.loaded(),
                seen.fault().map(fault -> new EngineReport.Fault(fault.code().name(), fault.text())), seen.lockedOut(),
                duration(seen.leaseLeft()), known ? EngineReport.Bus.SIMULATED : EngineReport.Bus.ERROR, HEALTH, now);
    }

    private static Optional<Duration> duration(OptionalLong nanos) {
        return nanos.isPresent() ? Optional.of(Duration.ofNanos(nanos.getAsLong())) : Optional.empty();
    }
}
