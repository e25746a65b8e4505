// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.system;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** A service whose health is scripted and whose handling is written down with its time. */
final class ScriptedUnit implements Unit {
    private final String name;
    private final boolean critical;
    private final LeapingTime time;
    private final List<String> log;
    private Supplier<CompletableFuture<Health>> health = () -> CompletableFuture.completedFuture(Health.GOOD);

    ScriptedUnit(String name, boolean critical, LeapingTime time, List<String> log) {
        this.name = name;
        this.critical = critical;
        this.time = time;
        this.log = log;
    }

    void health(Supplier<CompletableFuture<Health>> next) {
        health = next;
    }

    void healthy() {
        health(() -> CompletableFuture.completedFuture(Health.GOOD));
    }

    void sick() {
        health(() -> CompletableFuture.completedFuture(Health.bad("sick")));
    }

    private void note(String what) {
        log.add(time.seconds() + " " + what + " " + name);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public boolean critical() {
        return critical;
    }

    @Override
    public int port() {
        return 0;
    }

    @Override
    public void start() {
        note("start");
    }

    @Override
    public void kill() {
        note("kill");
    }

    @Override
    public void stop(Duration wait) {
        note("stop");
    }

    @Override
    public CompletableFuture<Health> probe(Duration timeout) {
        return health.get();
    }
}
