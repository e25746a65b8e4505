// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.app;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.pigenny.core.json.Json;
import org.pigenny.core.model.DeviceReport;
import org.pigenny.core.model.DeviceWrite;
import org.pigenny.core.model.DeviceWrite.Result;
import org.pigenny.core.model.DeviceWrite.Step;
import org.pigenny.core.model.Event;
import org.pigenny.core.model.Message;
import org.pigenny.core.model.Origin;
import org.pigenny.core.model.Severity;
import org.pigenny.core.system.AuditLog;

/** Lets people write registers of the site's devices: {@code write pv limit_enable=170 limit_pct=50}. Each result is said, audited and shown. */
final class WriteDoor {
    private static final Pattern REQUEST = Pattern.compile("write ([a-z][a-z0-9_]*)((?: [a-z0-9_]+=-?[0-9.]+)+)");
    /** A write that waits longer than this, in plant time, is not done any more. */
    private static final Duration EXPIRES_AFTER = Duration.ofSeconds(10);
    /** Real time that a person waits: three tries, the devices before it on the bus, and the reading back. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int KEPT = 20;

    private final CoreState state;
    private final AuditLog audit;
    private final Deque<Map<String, @Nullable Object>> written = new ArrayDeque<>();

    WriteDoor(CoreState state, AuditLog audit) {
        this.state = state;
        this.audit = audit;
    }

    /** The last writes, for the state file that people look at. */
    synchronized List<Map<String, @Nullable Object>> written() {
        return List.copyOf(written);
    }

    Map<String, @Nullable Object> answer(String words, Origin who) {
        Matcher request = REQUEST.matcher(words);
        if (!request.matches()) {
            return Json.object("error", "write DEVICE REGISTER=VALUE [REGISTER=VALUE …]");
        }
        String device = request.group(1);
        List<Step> steps = new ArrayList<>();
        for (String step : request.group(2).strip().split(" ")) {
            String[] sides = step.split("=");
            try {
                steps.add(new Step(sides[0], Double.parseDouble(sides[1]), true));
            } catch (NumberFormatException e) {
                return Json.object("error", "\"" + sides[1] + "\" is no number");
            }
        }
        String target = String.join("+", steps.stream().map(Step::register).toList());
        return answer(device,
                new DeviceWrite(target, steps, state.plant.time().nanos() + EXPIRES_AFTER.toNanos()), who);
    }

    private Map<String, @Nullable Object> answer(String device, DeviceWrite write, Origin who) {
        CompletableFuture<Result> result = new CompletableFuture<>();
        if (!state.site.write(device, write, result::complete)) {
            String there = String.join(", ", state.site.reports().stream().map(DeviceReport::id).toList());
            return Json.object("error", Words.english(Message.of("device.unknown", device, there)));
        }
        try {
            return told(device, write, result.get(PATIENCE.toSeconds(), TimeUnit.SECONDS), who);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Json.object("error", "the core is stopping");
        } catch (ExecutionException | TimeoutException e) {
            return Json.object("error", "no result from " + device + " within " + PATIENCE.toSeconds() + " s");
        }
    }

    private Map<String, @Nullable Object> told(String device, DeviceWrite write, Result result, Origin who) {
        Message text = words(device, write, result, who);
        boolean taken = result instanceof Result.Verified || result instanceof Result.Unverified;
        audit.write(who.name(), "write " + device + " " + values(write), taken, Words.english(text));
        state.events.record(new Event(state.plant.time().wall(), Event.Kind.DEVICE,
                taken ? Severity.INFO : Severity.WARNING, text, Optional.empty(), who));
        keep(device, write, result);
        return Json.object("accepted", taken, "text", Words.english(text), "success", taken, "verified",
                result instanceof Result.Verified, "written_value", write.steps().getLast().value(),
                "read_back_value", readBack(result), "error", taken ? null : Words.english(text));
    }

    private synchronized void keep(String device, DeviceWrite write, Result result) {
        written.addLast(Json.object("device_id", device, "command", "write_register", "value",
                write.steps().getLast().value(), "timestamp", state.plant.time().wall(), "registers",
                write.steps()
                        .stream()
                        .map(step -> Json.object("address", step.register(), "value", step.value()))
                        .toList(),
                "verify", true, "result", result.getClass().getSimpleName().toLowerCase(java.util.Locale.ROOT)));
        if (written.size() > KEPT) {
            written.removeFirst();
        }
    }

    private static @Nullable Object readBack(Result result) {
        return switch (result) {
            case Result.Verified verified -> verified.readBack();
            case Result.NotTaken refused -> refused.readBack();
            case Result.Unverified ignored -> null;
            case Result.Failed ignored -> null;
            case Result.Expired ignored -> null;
            case Result.Superseded ignored -> null;
        };
    }

    private static Message words(String device, DeviceWrite write, Result result, Origin who) {
        Step last = write.steps().getLast();
        String register = last.register();
        String value = plain(last.value());
        String by = who.name();
        return switch (result) {
            case Result.Verified verified ->
                Message.of("device.write.verified", device, register, value, plain(verified.readBack()), by);
            case Result.Unverified ignored -> Message.of("device.write.unverified", device, register, value, by);
            case Result.NotTaken refused ->
                Message.of("device.write.not_taken", device, register, value, plain(refused.readBack()), by);
            case Result.Failed failed ->
                Message.of("device.write.failed", device, register, value, failed.why(), by);
            case Result.Expired ignored -> Message.of("device.write.expired", device, register, value, by);
            case Result.Superseded ignored -> Message.of("device.write.superseded", device, register, value, by);
        };
    }

    private static String values(DeviceWrite write) {
        return String.join(" ",
                write.steps().stream().map(step -> step.register() + "=" + plain(step.value())).toList());
    }

    private static String plain(double value) {
        return java.math.BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }
}
