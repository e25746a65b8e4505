// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.app;

import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.pigenny.core.json.Json;
import org.pigenny.core.model.Event;
import org.pigenny.core.model.EventSink;
import org.pigenny.core.model.Message;
import org.pigenny.core.model.Origin;
import org.pigenny.core.model.SafeMode;
import org.pigenny.core.model.Severity;
import org.pigenny.core.state.Published;
import org.pigenny.core.state.SharedState;
import org.pigenny.core.system.SafeModeLatch;
import org.pigenny.core.time.TimeSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Safe mode as the supervisor raised it: kept on disk, read at start, cleared by a person alone. The file exists only while it
 * is on, so a damaged file counts as on.
 */
final class SafeModeKeeper implements SafeModeLatch {
    static final String KEY = "safe_mode_override";
    private static final Logger LOG = LoggerFactory.getLogger(SafeModeKeeper.class);
    private static final long PATIENCE_S = 5;

    private final SharedState.Slot slot;
    private final TimeSource real;
    private final EventSink events;
    private final Published<SafeMode> mode;
    /** The supervisor must not wait for a disk. */
    private final ExecutorService disk = Executors
            .newSingleThreadExecutor(Thread.ofPlatform().name("safe-mode-file").daemon(true).factory());

    SafeModeKeeper(SharedState durable, TimeSource real, EventSink events) {
        this.slot = durable.claim(KEY, SafeMode.SUPERVISOR);
        this.real = real;
        this.events = events;
        mode = new Published<>(read(durable));
        if (mode.get().active()) {
            say(Severity.MAJOR, "safe_mode.still_on", mode.get().reason(), Origin.CORE);
        }
    }

    private static SafeMode read(SharedState durable) {
        if (durable.damaged(KEY)) {
            return new SafeMode(true, Optional.empty(), "the file safe_mode_override.json was damaged",
                    SafeMode.SUPERVISOR);
        }
        Map<String, @Nullable Object> file = durable.readFresh(KEY);
        boolean there = durable.age(KEY).isPresent();
        if (!there || Boolean.FALSE.equals(file.get("active"))) {
            return SafeMode.OFF;
        }
        return new SafeMode(true, instant(file.get("triggered_at")), text(file.get("reason")),
                SafeMode.SUPERVISOR);
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    private static Optional<Instant> instant(@Nullable Object value) {
        try {
            return Optional.of(Instant.parse(text(value)));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    Published<SafeMode> mode() {
        return mode;
    }

    @Override
    public boolean active() {
        return mode.get().active();
    }

    @Override
    public synchronized void raise(String reason) {
        if (active()) {
            return;
        }
        SafeMode raised = new SafeMode(true, Optional.of(real.wall()), reason, SafeMode.SUPERVISOR);
        mode.set(raised);
        say(Severity.CRITICAL, "safe_mode.raised", reason, Origin.CORE);
        String at = real.wall().toString();
        disk.execute(() -> keep(reason, at));
    }

    private void keep(String reason, String at) {
        try {
            slot.write(Json.object("active", true, "reason", reason, "triggered_at", at, "triggered_by",
                    SafeMode.SUPERVISOR));
        } catch (IOException e) {
            LOG.error("[ERROR] Safe mode is on, but cannot be kept over a restart: {}", e.toString());
        }
    }

    /** By a person's deliberate act. Stays on when the file cannot be removed, as it would be on again after a restart. */
    synchronized boolean clear(Origin who) {
        if (!active()) {
            return false;
        }
        try {
            disk.submit(this::delete).get(PATIENCE_S, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            LOG.error("[ERROR] Safe mode cannot be cleared: {}", e.toString());
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
        mode.set(SafeMode.OFF);
        say(Severity.WARNING, "safe_mode.cleared", who.name(), who);
        return true;
    }

    private boolean delete() throws IOException {
        slot.delete();
        return true;
    }

    private void say(Severity severity, String key, String argument, Origin origin) {
        events.record(new Event(real.wall(), Event.Kind.SYSTEM, severity, Message.of(key, argument),
                Optional.of(Causes.SERVICE_FAILED), origin));
    }
}
