// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.olimex.sequence;

import java.time.Duration;
import java.util.Optional;
import org.pigenny.olimex.protocol.StartOutcome;
import org.pigenny.olimex.protocol.StopReason;

/** The current or last run, from the accepted start to the proven stop, and the row of failed starts before it. */
final class Run {
    long id;
    boolean leased = true;
    long renewedAt;
    /** 0 while the engine does not run. */
    long ranSince;
    /** 0 when it is not known since when the engine stands. */
    long stoodSince;
    /** The charger has been on in this run: the cooldown is owed. */
    boolean loaded;
    /** This run was asked for without its warm-up. Not saved: a server that restarts warms up. */
    boolean skipsWarmup;
    /** Warm-up and stabilisation are done in this run. */
    boolean warm;
    /** The starter has been used in a start without an end yet. */
    boolean attemptOpen;
    int failedAttempts;
    StartOutcome outcome = StartOutcome.NONE;
    /** What the outcome becomes once the engine is proven off. */
    StartOutcome ending = StartOutcome.NONE;
    /** Raw inputs when the start failed. */
    int startStatus;
    StopReason stopReason = StopReason.NONE;

    void restore(Saved saved) {
        id = saved.runId();
        leased = saved.leased();
        ranSince = saved.ranSince();
        stoodSince = saved.stoodSince();
        loaded = saved.loaded();
        warm = saved.warm();
        attemptOpen = saved.attemptOpen();
        failedAttempts = saved.failedAttempts();
        outcome = saved.lastStart();
        stopReason = saved.stopReason();
    }

    void begin(long now, boolean withLease) {
        next(now, withLease);
        loaded = false;
        warm = false;
        ranSince = 0;
        outcome = StartOutcome.PENDING;
    }

    /** The same turn of the engine, asked for anew. */
    void next(long now, boolean withLease) {
        id++;
        leased = withLease;
        renewedAt = now;
        skipsWarmup = false;
        stopReason = StopReason.NONE;
        ending = StartOutcome.NONE;
    }

    boolean pending() {
        return outcome == StartOutcome.PENDING;
    }

    void carriesLoad() {
        outcome = StartOutcome.RUNNING;
        loaded = true;
        warm = true;
        attemptOpen = false;
        failedAttempts = 0;
    }

    /** A stop pre-empts the start; the first reason to end it counts. */
    void preempt(int inputs) {
        attemptOpen = false;
        endStart(StartOutcome.PREEMPTED, inputs);
    }

    void fail(int inputs) {
        if (pending() && ending == StartOutcome.NONE) {
            failedAttempts++;
            attemptOpen = false;
        }
        endStart(StartOutcome.FAILED, inputs);
    }

    private void endStart(StartOutcome as, int inputs) {
        if (pending() && ending == StartOutcome.NONE) {
            ending = as;
            startStatus = inputs;
        }
    }

    /** The engine is off, or nothing more will come of this run. */
    void settle(long now, boolean ran) {
        settleStart();
        if (ran) {
            stands(now);
        }
        ranSince = 0;
    }

    /** Nothing more will come of the start. */
    void settleStart() {
        if (pending()) {
            outcome = ending == StartOutcome.NONE ? StartOutcome.PREEMPTED : ending;
        }
    }

    /** The engine stands. */
    void stands(long now) {
        if (ranSince != 0) {
            stoodSince = now;
        }
        ranSince = 0;
    }

    Optional<Duration> stood(long now) {
        return stoodSince == 0 ? Optional.empty() : Optional.of(Duration.ofNanos(now - stoodSince));
    }
}
