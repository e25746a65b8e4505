// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.system;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/** The fate of one service: a state machine without threads or clock; docs/services.md has its diagram. */
final class Watch {
    enum Phase {
        STOPPED, STARTING, RUNNING, COOLING, GIVEN_UP
    }

    /** What the supervisor has to do now. */
    enum Action {
        NONE,
        START,
        KILL,
        /** Kill, and raise safe mode when it is critical. */
        ESCALATE
    }

    private final Timings timings;
    private final Deque<Long> restartedAt = new ArrayDeque<>();
    private Phase phase = Phase.STOPPED;
    private long since;
    private int attempts;
    private int restarts;
    private boolean escalated;

    Watch(Timings timings) {
        this.timings = timings;
    }

    Phase phase() {
        return phase;
    }

    /** Since the process started. */
    int restarts() {
        return restarts;
    }

    /** Restarts since the last healthy look. */
    int attempts() {
        return attempts;
    }

    /** Whether it has failed for good, so that safe mode is due when it is critical. */
    boolean escalated() {
        return escalated;
    }

    void started(long now) {
        enter(Phase.STARTING, now);
    }

    /** The wait of the start is over, whatever came of it: from now on it is judged like any other. */
    void settled(long now) {
        enter(Phase.RUNNING, now);
    }

    void stopped(long now) {
        enter(Phase.STOPPED, now);
    }

    /** How long to wait between two looks at present. */
    Duration probeInterval() {
        return phase == Phase.STARTING ? timings.startupPoll() : timings.probeInterval();
    }

    boolean probing(long now) {
        return switch (phase) {
            case RUNNING -> true;
            case STARTING -> now - since >= timings.firstProbe().toNanos();
            case STOPPED, COOLING, GIVEN_UP -> false;
        };
    }

    Action looked(Health health, long now) {
        return health.healthy() ? good(now) : bad(now);
    }

    private Action good(long now) {
        if (phase == Phase.STARTING) {
            enter(Phase.RUNNING, now);
        }
        if (phase == Phase.RUNNING) {
            attempts = 0;
            if (!flapping(now)) {
                escalated = false;
            }
        }
        return Action.NONE;
    }

    private Action bad(long now) {
        return switch (phase) {
            case STOPPED, COOLING, GIVEN_UP -> Action.NONE;
            case STARTING -> elapsed(now, timings.startupTimeout()) ? failed(now) : Action.NONE;
            case RUNNING -> failed(now);
        };
    }

    private Action failed(long now) {
        if (attempts >= timings.maxRestarts()) {
            enter(Phase.GIVEN_UP, now);
            escalated = true;
            return Action.ESCALATE;
        }
        enter(Phase.COOLING, now);
        if (flapping(now) && !escalated) {
            escalated = true;
            return Action.ESCALATE;
        }
        return Action.KILL;
    }

    /** Time alone may be enough to act. */
    Action passed(long now) {
        boolean due = (phase == Phase.COOLING && elapsed(now, timings.restartCooldown()))
                || (phase == Phase.GIVEN_UP && elapsed(now, timings.retryAfterGivingUp()));
        if (!due) {
            return Action.NONE;
        }
        attempts++;
        restarts++;
        restartedAt.addLast(now);
        enter(Phase.STARTING, now);
        return Action.START;
    }

    private boolean flapping(long now) {
        while (!restartedAt.isEmpty() && now - restartedAt.getFirst() > timings.flapWindow().toNanos()) {
            restartedAt.removeFirst();
        }
        return restartedAt.size() >= timings.flapRestarts();
    }

    private boolean elapsed(long now, Duration time) {
        return now - since >= time.toNanos();
    }

    private void enter(Phase next, long now) {
        phase = next;
        since = now;
    }
}
