// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.app.reboot;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.pigenny.core.api.Workshop;
import org.pigenny.core.json.Json;
import org.pigenny.core.model.EnginePhase;
import org.pigenny.core.model.EngineReport;
import org.pigenny.core.model.Event;
import org.pigenny.core.model.EventSink;
import org.pigenny.core.model.Message;
import org.pigenny.core.model.Origin;
import org.pigenny.core.model.Outcome;
import org.pigenny.core.model.Severity;
import org.pigenny.core.state.SharedState;
import org.pigenny.core.time.TimeSource;

/**
 * Reboots the computer on a person's word (site-controller.md 1.3, operations.md). The order is kept on disk, so that the next
 * start can say whether the computer really went down: it compares the boot identity of the kernel.
 */
public final class Reboot {
    /** The state file of an order that is under way. */
    public static final String KEY = "reboot_pending";
    /** A report of the engine that is older says nothing any more: the server stopped it when the lease ended. */
    private static final Duration REPORT_COUNTS = Duration.ofMinutes(15);

    private final SharedState durable;
    private final SharedState.Slot slot;
    private final RebootCommand command;
    private final Supplier<String> bootId;
    private final Plant plant;
    private final EventSink events;
    private final TimeSource real;
    private final AtomicBoolean underWay = new AtomicBoolean();

    /** What has to be known and done around a reboot. */
    public interface Plant {
        /** The newest report of the engine, however old; empty before the first. */
        Optional<EngineReport> engine();

        /** Monotonic time of the plant. */
        long nanos();

        /** Sends the last sign of life and writes what waits to be written; returns when that is done. */
        void prepare();
    }

    /** @param bootId of the running kernel; another one after a reboot */
    public Reboot(SharedState durable, RebootCommand command, Supplier<String> bootId, Plant plant, EventSink events,
            TimeSource real) {
        this.durable = durable;
        this.slot = durable.claim(KEY, "system");
        this.command = command;
        this.bootId = bootId;
        this.plant = plant;
        this.events = events;
        this.real = real;
    }

    /** After a start: says how an order of the last life ended, and forgets it. */
    public void conclude(Consumer<String> audit) {
        Map<String, @Nullable Object> pending = durable.readFresh(KEY);
        if (durable.age(KEY).isEmpty()) {
            return;
        }
        boolean rebooted = pending.get("boot_id") instanceof String before && !before.equals(bootId.get());
        say(rebooted ? Severity.INFO : Severity.WARNING, rebooted ? "reboot.completed" : "reboot.failed_after", "",
                Origin.CORE);
        audit.accept("reboot " + pending.get("command_id") + (rebooted ? " completed" : " failed: no reboot was seen"));
        forget();
    }

    /** Whether an order is under way. */
    public boolean pending() {
        return underWay.get();
    }

    /** Returns when the order was given to the system or refused; may take half a minute. */
    public Outcome ask(String typed, Origin who) {
        if (!typed.equals(Workshop.REBOOT)) {
            return refused("reboot.type_it", Workshop.REBOOT);
        }
        if (engineRuns()) {
            return refused("reboot.engine_runs", "");
        }
        if (!underWay.compareAndSet(false, true)) {
            return refused("reboot.under_way", "");
        }
        return order(who);
    }

    private Outcome order(Origin who) {
        say(Severity.WARNING, "reboot.ordered", who.name(), who);
        try {
            plant.prepare();
            slot.write(Json.object("command_id", UUID.randomUUID().toString(), "initiated_at", real.wall(),
                    "initiated_by", who.name(), "status", "sent", "boot_id", bootId.get()));
            Optional<String> fault = command.run();
            return fault.isEmpty() ? new Outcome.Accepted(Message.of("reboot.accepted")) : failed(fault.get());
        } catch (IOException e) {
            return failed("the order cannot be kept: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return failed("interrupted");
        }
    }

    private Outcome failed(String why) {
        forget();
        underWay.set(false);
        say(Severity.MAJOR, "reboot.failed", why, Origin.CORE);
        return refused("reboot.failed", why);
    }

    private void forget() {
        try {
            slot.delete();
        } catch (IOException e) {
            say(Severity.WARNING, "reboot.failed", String.valueOf(e.getMessage()), Origin.CORE);
        }
    }

    private boolean engineRuns() {
        return plant.engine()
                .filter(report -> plant.nanos() - report.takenAtNanos() < REPORT_COUNTS.toNanos())
                .filter(report -> report.running().orElse(false) || !resting(report.phase()))
                .isPresent();
    }

    private static boolean resting(EnginePhase phase) {
        return switch (phase) {
            case OFF, FAULT, UNKNOWN -> true;
            case RESET, PREHEAT, IGNITION, CRANK, GLOW_CRANK, VERIFY, REST, WARMUP, STABILISE, LOADED, COOLDOWN,
                    STOPPING ->
                false;
        };
    }

    private static Outcome refused(String key, String argument) {
        return new Outcome.Refused(argument.isEmpty() ? Message.of(key) : Message.of(key, argument));
    }

    private void say(Severity severity, String key, String argument, Origin origin) {
        Message text = argument.isEmpty() ? Message.of(key) : Message.of(key, argument);
        events.record(new Event(real.wall(), Event.Kind.SYSTEM, severity, text, Optional.empty(), origin));
    }
}
