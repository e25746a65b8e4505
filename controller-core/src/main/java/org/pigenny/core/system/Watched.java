// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.system;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.pigenny.core.model.ServiceReport;
import org.pigenny.core.time.TimeSource;

/** A service with its watch and the look that is under way. */
final class Watched {
    private final Unit unit;
    private final Watch watch;
    private final Timings timings;
    private final TimeSource real;
    private @Nullable CompletableFuture<Health> looking;
    private Health last = Health.bad("not looked at yet");
    private String lastError = "";
    private long nextLook;
    private Instant startedAt;

    Watched(Unit unit, Timings timings, TimeSource real) {
        this.unit = unit;
        this.timings = timings;
        this.real = real;
        this.watch = new Watch(timings);
        this.startedAt = real.wall();
    }

    String name() {
        return unit.name();
    }

    boolean critical() {
        return unit.critical();
    }

    String lastDetail() {
        return lastError;
    }

    int attempts() {
        return watch.attempts();
    }

    void start() {
        startedAt = real.wall();
        last = Health.STARTING;
        looking = null;
        nextLook = real.nanos();
        watch.started(real.nanos());
        unit.start();
    }

    void settled() {
        watch.settled(real.nanos());
        nextLook = real.nanos();
    }

    /** On purpose, because its settings changed: counts as no failure. */
    void renew() {
        unit.kill();
        watch.started(real.nanos());
        startedAt = real.wall();
        last = Health.STARTING;
        looking = null;
        nextLook = real.nanos() + timings.firstProbe().toNanos();
        unit.start();
    }

    Health lookNow() {
        note(unit.probe(timings.probeTimeout()).join());
        return last;
    }

    Watch.Action round() {
        Watch.Action action = look();
        Watch.Action acted = action == Watch.Action.NONE ? watch.passed(real.nanos()) : action;
        switch (acted) {
            case NONE -> {
            }
            case START -> rebuild();
            case KILL, ESCALATE -> unit.kill();
        }
        return acted;
    }

    private void rebuild() {
        startedAt = real.wall();
        looking = null;
        nextLook = real.nanos() + timings.firstProbe().toNanos();
        unit.start();
    }

    private Watch.Action look() {
        long now = real.nanos();
        if (!watch.probing(now)) {
            looking = null;
            return Watch.Action.NONE;
        }
        if (looking == null && now >= nextLook) {
            looking = unit.probe(timings.probeTimeout());
            nextLook = now + watch.probeInterval().toNanos();
        }
        if (looking == null || !looking.isDone()) {
            return Watch.Action.NONE;
        }
        note(looking.join());
        looking = null;
        return watch.looked(last, now);
    }

    private void note(Health health) {
        last = health;
        boolean telling = !health.detail().endsWith(Health.STARTING.detail());
        if (!health.healthy() && (telling || lastError.isEmpty())) {
            lastError = health.detail();
        }
    }

    void stop() throws InterruptedException {
        watch.stopped(real.nanos());
        unit.stop(timings.stopWait());
    }

    ServiceReport report() {
        ServiceReport.State state = switch (watch.phase()) {
            case STOPPED -> ServiceReport.State.STOPPED;
            case STARTING -> ServiceReport.State.STARTING;
            case RUNNING -> last.healthy() ? ServiceReport.State.HEALTHY : ServiceReport.State.UNHEALTHY;
            case COOLING, GIVEN_UP -> ServiceReport.State.UNHEALTHY;
        };
        return new ServiceReport(unit.name(), unit.port(), state, unit.critical(), watch.restarts(), startedAt,
                lastError.isEmpty() ? Optional.empty() : Optional.of(lastError));
    }
}
