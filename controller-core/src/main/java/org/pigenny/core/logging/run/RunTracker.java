// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.logging.run;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.pigenny.core.api.CoreSnapshot;
import org.pigenny.core.logging.Tracker;
import org.pigenny.core.logging.store.Row;
import org.pigenny.core.logging.store.Session;
import org.pigenny.core.model.ChargeProof;
import org.pigenny.core.model.EnginePhase;
import org.pigenny.core.model.EngineReport;
import org.pigenny.core.model.Event;
import org.pigenny.core.model.GeneratorState;
import org.pigenny.core.model.Origin;
import org.pigenny.core.model.Quantity;
import org.pigenny.core.model.RunReason;

/**
 * Makes runs out of reports. A run lasts from the request to the engine's standstill, over failed attempts and over a restart of this
 * process. Times of the engine come from the relay server's own clock, so that slow snapshots do not blur them.
 */
public final class RunTracker implements Tracker {
    private static final Duration REFRESH = Duration.ofSeconds(60);
    /** A manual run belongs to the person who acted last, if that was just before. */
    private static final Duration JUST_BEFORE = Duration.ofSeconds(60);

    private @Nullable Passage run;
    private Passage.@Nullable Milestones stored;
    private long storedAt;
    private Instant seen = Instant.EPOCH;
    private @Nullable Event operator;
    private @Nullable EnginePhase phase;
    private long failedRun = -1;
    private @Nullable EngineReport before;

    @Override
    public void resume(Session session) throws SQLException {
        List<Passage> open = StoredRuns.open(session);
        run = open.isEmpty() ? null : open.getFirst();
        StoredRuns.closeOthers(session, run == null ? Instant.EPOCH : run.asked);
    }

    @Override
    public void heard(Event event) {
        if (event.kind() == Event.Kind.OPERATOR) {
            operator = event;
        }
    }

    @Override
    public List<Row> observe(CoreSnapshot now) {
        List<Row> rows = new ArrayList<>();
        EngineReport engine = now.engine().orElse(null);
        Passage current = run;
        if (current != null && belongsToAnother(current, now)) {
            end(current, now.wall());
            rows.add(current.row(now.wall()));
            current = null;
        }
        if (current == null && asked(now)) {
            current = begin(now);
        }
        run = current;
        if (current != null) {
            follow(current, now, engine, rows);
            store(current, now, rows);
            if (!current.open) {
                run = null;
            }
        }
        before = engine;
        return rows;
    }

    private static boolean asked(CoreSnapshot now) {
        GeneratorState state = now.control().state();
        return now.control().runStarted().isPresent() || state == GeneratorState.STARTING
                || state == GeneratorState.RUNNING;
    }

    /** Another request than the one that is being followed; a run resumed over a restart keeps its own time of asking. */
    private static boolean belongsToAnother(Passage current, CoreSnapshot now) {
        boolean sameEngineRun = now.engine().isPresent() && now.engine().get().runId() == current.serverRun
                && current.serverRun != 0;
        return !sameEngineRun && now.control()
                .runStarted()
                .filter(at -> Duration.between(current.asked, at).abs().toSeconds() > 1)
                .isPresent();
    }

    private Passage begin(CoreSnapshot now) {
        Instant asked = now.control().runStarted().orElse(now.wall());
        RunReason trigger = now.control().reason();
        phase = null;
        failedRun = now.engine().map(EngineReport::runId).orElse(-1L);
        return new Passage(asked, trigger, origin(trigger, now.wall()), soc(now));
    }

    private Origin origin(RunReason trigger, Instant wall) {
        Event person = operator;
        boolean manual = trigger == RunReason.MANUAL;
        return manual && person != null && Duration.between(person.at(), wall).compareTo(JUST_BEFORE) <= 0
                ? person.origin()
                : Origin.CORE;
    }

    private static OptionalDouble soc(CoreSnapshot now) {
        return now.inverter().known(Quantity.SOC, now.nanos(), now.settings().generator().pollInterval());
    }

    private void follow(Passage current, CoreSnapshot now, @Nullable EngineReport engine, List<Row> rows) {
        GeneratorState state = now.control().state();
        OptionalDouble soc = soc(now);
        current.socTo = soc.isPresent() ? soc : current.socTo;
        current.attempts = Math.max(current.attempts, now.control().attempt());
        if (engine != null) {
            followEngine(current, now, engine, rows);
        }
        if (current.fired != null) {
            followCharge(current, now);
        }
        boolean wanted = state == GeneratorState.STARTING || state == GeneratorState.RUNNING;
        if (wanted) {
            current.stopReason = null;
        } else if (current.stopReason == null && state != GeneratorState.UNKNOWN) {
            current.stopReason = now.control().why().sentence();
        }
        boolean still = engine == null || (!engine.running().orElse(false)
                && (engine.phase() == EnginePhase.OFF || engine.phase() == EnginePhase.FAULT));
        if (!wanted && state != GeneratorState.STOPPING && state != GeneratorState.UNKNOWN && still
                && now.control().runStarted().isEmpty()) {
            end(current, engine == null ? now.wall() : at(now, engine));
        }
    }

    private void followEngine(Passage current, CoreSnapshot now, EngineReport engine, List<Row> rows) {
        Instant at = at(now, engine);
        boolean running = engine.running().orElse(false);
        if (engine.phase() != phase) {
            phase = engine.phase();
            rows.add(new PhaseRow(current.asked, at, engine.phase()));
            if (phase == EnginePhase.CRANK) {
                current.cranked = at;
            }
        }
        if (engine.phase() == EnginePhase.CRANK || running) {
            current.serverRun = engine.runId();
            current.attempts = Math.max(current.attempts, 1);
        }
        if (running && current.fired == null) {
            current.fired = at.minus(engine.runFor());
        }
        if (running) {
            current.engineSeconds = Math.max(current.engineSeconds, engine.runFor().toMillis() / 1000.0);
        }
        if (engine.phase() == EnginePhase.LOADED) {
            current.loaded = current.loaded == null ? at : current.loaded;
            EngineReport earlier = before;
            if (earlier != null && earlier.phase() == EnginePhase.LOADED && earlier.runId() == engine.runId()) {
                current.loadedSeconds += (engine.takenAtNanos() - earlier.takenAtNanos()) / 1e9;
            }
        }
        if (engine.lastStart() == EngineReport.StartOutcome.FAILED && engine.runId() != failedRun) {
            failedRun = engine.runId();
            current.failed++;
        }
    }

    private static void followCharge(Passage current, CoreSnapshot now) {
        ChargeProof proof = now.control().proof();
        current.energyWh = Math.max(current.energyWh, proof.energyWh());
        if (proof.verdict() == ChargeProof.Verdict.CHARGING && current.proven == null) {
            current.proven = proof.since().orElse(now.wall());
        }
    }

    private static void end(Passage current, Instant at) {
        current.stopped = current.stopped == null ? at : current.stopped;
        current.open = false;
    }

    private static Instant at(CoreSnapshot now, EngineReport engine) {
        return now.wall().minusNanos(Math.max(0, now.nanos() - engine.takenAtNanos()));
    }

    @Override
    public List<Row> rest() {
        Passage current = run;
        return current == null ? List.of() : List.of(current.row(seen));
    }

    private void store(Passage current, CoreSnapshot now, List<Row> rows) {
        seen = now.wall();
        Passage.Milestones milestones = current.milestones();
        if (!milestones.equals(stored) || now.nanos() - storedAt >= REFRESH.toNanos()) {
            rows.add(current.row(now.wall()));
            stored = milestones;
            storedAt = now.nanos();
        }
    }
}
