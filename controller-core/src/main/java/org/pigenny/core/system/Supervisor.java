// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.system;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import org.pigenny.core.model.Event;
import org.pigenny.core.model.EventSink;
import org.pigenny.core.model.Message;
import org.pigenny.core.model.Origin;
import org.pigenny.core.model.ServiceReport;
import org.pigenny.core.model.Severity;
import org.pigenny.core.time.TimeSource;

/**
 * Starts the services in order, watches their health, rebuilds what fails and raises safe mode when a critical one fails for
 * good (site-controller.md 1.1). Runs on one thread; a slow or hung service holds up none of the others.
 */
public final class Supervisor {
    private final Timings timings;
    private final TimeSource real;
    private final SafeModeLatch safeMode;
    private final EventSink events;
    private final Consumer<List<ServiceReport>> publish;
    private final List<Watched> services = new ArrayList<>();
    private final Queue<String> renewals = new ConcurrentLinkedQueue<>();
    private volatile long lastRoundNanos;

    public Supervisor(Timings timings, TimeSource real, List<? extends Unit> units, SafeModeLatch safeMode,
            EventSink events, Consumer<List<ServiceReport>> publish) {
        this.timings = timings;
        this.real = real;
        this.safeMode = safeMode;
        this.events = events;
        this.publish = publish;
        units.forEach(unit -> services.add(new Watched(unit, timings, real)));
        lastRoundNanos = real.nanos();
    }

    /** Starts each service in order and waits for its health; returns when all were given their chance. */
    public void boot() throws InterruptedException {
        for (Watched service : services) {
            service.start();
            report();
            real.sleep(timings.afterSpawn());
            real.sleep(timings.firstProbe().minus(timings.afterSpawn()));
            awaitHealth(service);
            report();
            real.sleep(timings.serviceGap());
        }
        real.sleep(timings.grace());
    }

    private void awaitHealth(Watched service) throws InterruptedException {
        long deadline = real.nanos() + timings.startupTimeout().toNanos();
        while (!service.lookNow().healthy()) {
            if (real.nanos() >= deadline) {
                service.settled();
                failed(service, "service.not_started");
                return;
            }
            lastRoundNanos = real.nanos();
            real.sleep(timings.startupPoll());
        }
        service.settled();
    }

    /** Watches until interrupted. */
    public void monitor() throws InterruptedException {
        while (true) {
            round();
            real.sleep(timings.startupPoll());
        }
    }

    /** One look around; never waits. */
    void round() {
        lastRoundNanos = real.nanos();
        renew();
        for (Watched service : services) {
            Watch.Action action = service.round();
            switch (action) {
                case NONE -> {
                }
                case KILL -> say(service, Severity.MAJOR, "service.restarting");
                case START -> say(service, Severity.WARNING, "service.rebuilt");
                case ESCALATE -> failed(service, "service.given_up");
            }
        }
        report();
    }

    private void failed(Watched service, String key) {
        Severity severity = service.critical() ? Severity.CRITICAL : Severity.MAJOR;
        say(service, severity, key);
        if (service.critical()) {
            safeMode.raise(service.name() + ": " + service.lastDetail());
        }
    }

    /** Asks for a rebuild of a service with new settings; done at the next round. */
    public void rebuild(String service) {
        renewals.add(service);
    }

    private void renew() {
        for (String name = renewals.poll(); name != null; name = renewals.poll()) {
            String wanted = name;
            services.stream().filter(service -> service.name().equals(wanted)).forEach(Watched::renew);
        }
    }

    /** In reverse order. */
    public void stopAll() throws InterruptedException {
        for (Watched service : services.reversed()) {
            service.stop();
            report();
            real.sleep(timings.stopGap());
        }
    }

    /** Monotonic time of its last sign of life. */
    public long lastRoundNanos() {
        return lastRoundNanos;
    }

    private void report() {
        publish.accept(services.stream().map(service -> service.report()).toList());
    }

    private void say(Watched service, Severity severity, String key) {
        events.record(new Event(real.wall(), Event.Kind.SYSTEM, severity,
                Message.of(key, service.name(), service.lastDetail(), Integer.toString(service.attempts())),
                Optional.of("C-506"), Origin.CORE));
    }
}
