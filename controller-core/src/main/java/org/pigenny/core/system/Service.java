// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.system;

import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.pigenny.core.model.Event;
import org.pigenny.core.model.EventSink;
import org.pigenny.core.model.Message;
import org.pigenny.core.model.Origin;
import org.pigenny.core.model.Severity;
import org.pigenny.core.time.TimeSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A service whose loops run on threads of this process, rebuilt at every start, with its health port. */
public final class Service implements Unit, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Service.class);

    private final ServicePlan plan;
    private final TimeSource real;
    private final IntConsumer halt;
    private final EventSink events;
    private final HealthPort door;
    private @Nullable Life life;
    private long startedNanos;
    private boolean doorRefused;

    /** @param halt ends the process at once with an exit code, when memory is exhausted */
    public Service(ServicePlan plan, TimeSource real, IntConsumer halt, EventSink events) {
        this.plan = plan;
        this.events = events;
        this.real = real;
        this.halt = halt;
        startedNanos = real.nanos();
        door = new HealthPort(plan.port(), this::answer, plan.pages());
    }

    @Override
    public String name() {
        return plan.name();
    }

    @Override
    public boolean critical() {
        return plan.critical();
    }

    @Override
    public int port() {
        return door.port();
    }

    @Override
    public synchronized void start() {
        openDoor();
        Life next = new Life(plan, real, halt, Optional.ofNullable(life));
        life = next;
        startedNanos = real.nanos();
        next.begin();
    }

    /** A taken port costs the service nothing but its port; it is tried again at every look. */
    private void openDoor() {
        try {
            door.open();
            if (doorRefused) {
                say(Severity.INFO, "service.port_free", "");
            }
            doorRefused = false;
        } catch (IOException e) {
            if (!doorRefused) {
                say(Severity.WARNING, "service.port_taken", String.valueOf(e.getMessage()));
            }
            doorRefused = true;
        }
    }

    private void say(Severity severity, String key, String reason) {
        events.record(new Event(real.wall(), Event.Kind.SYSTEM, severity,
                Message.of(key, plan.name(), Integer.toString(plan.port()), reason), Optional.empty(), Origin.CORE));
    }

    /** Whether the port is taken by somebody else. */
    public synchronized boolean doorRefused() {
        return doorRefused;
    }

    @Override
    public synchronized void kill() {
        Life old = life;
        if (old != null) {
            old.retire();
        }
    }

    @Override
    public void stop(Duration wait) throws InterruptedException {
        Life old;
        synchronized (this) {
            old = life;
        }
        if (old != null) {
            List<String> left = old.end(wait);
            if (!left.isEmpty()) {
                LOG.warn("[HEALTH] {} did not end within {} s: {}", plan.name(), wait.toSeconds(), left);
            }
        }
    }

    @Override
    public CompletableFuture<Health> probe(Duration timeout) {
        openDoor();
        int port = door.port();
        return port == 0 ? CompletableFuture.completedFuture(health()) : HttpProbe.look(port, timeout);
    }

    /** Judged by the progress of its loops. */
    public synchronized Health health() {
        Life now = life;
        return now == null ? Health.bad("stopped") : now.health();
    }

    private HealthPort.Answer answer() {
        Health health = health();
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        body.put("status", health.healthy() ? "healthy" : "unhealthy");
        body.put("service", plan.name());
        body.put("uptime", Duration.ofNanos(real.nanos() - startedNanos).toSeconds());
        body.put("timestamp", real.wall().toString());
        if (!health.healthy()) {
            body.put("detail", health.detail());
        }
        body.putAll(plan.details().get());
        return new HealthPort.Answer(health.healthy() ? 200 : 503, body);
    }

    @Override
    public void close() {
        door.close();
    }
}
