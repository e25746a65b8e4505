// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.app;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.pigenny.core.config.Effective;
import org.pigenny.core.config.Problem;
import org.pigenny.core.config.SettingsStore;
import org.pigenny.core.config.Version;
import org.pigenny.core.json.Json;
import org.pigenny.core.model.Event;
import org.pigenny.core.model.Loop;
import org.pigenny.core.model.Message;
import org.pigenny.core.model.Origin;
import org.pigenny.core.model.Outcome;
import org.pigenny.core.model.Severity;
import org.pigenny.core.model.settings.Settings;
import org.pigenny.core.system.AuditLog;
import org.pigenny.core.time.TimeSource;

/** Carries settings changes to the services, waits for their acknowledgements, and says what is wrong. */
final class SettingsKeeper {
    private static final Duration LOOK_EVERY = Duration.ofSeconds(2);
    private static final Duration ACKNOWLEDGED_WITHIN = Duration.ofSeconds(60);

    private final SettingsStore store;
    private final CoreState state;
    private final ConfigAcks acks;
    private final TimeSource real;
    private final AuditLog audit;
    private final Consumer<String> rebuild;
    private final AtomicReference<Effective> control;
    private List<Problem> said = List.of();
    private List<String> missingSaid = List.of();
    private volatile Instant lastSync;

    /** @param rebuild asks the supervisor to rebuild a service */
    SettingsKeeper(SettingsStore store, CoreState state, TimeSource real, Consumer<String> rebuild, AuditLog audit) {
        this.audit = audit;
        this.store = store;
        this.state = state;
        this.real = real;
        this.rebuild = rebuild;
        acks = new ConfigAcks(store.effective().hash(), real);
        control = new AtomicReference<>(store.effective());
        lastSync = real.wall();
        tellProblems();
    }

    /** The settings of a core with these options: from the file that was named, else from that of its home. */
    static SettingsStore store(CoreOptions options) {
        Optional<Path> file = options.settingsFile().or(() -> Optional.of(options.home().settingsFile()));
        return new SettingsStore(new SettingsStore.Place(file, options.settingsFile().isEmpty(), options.environment(),
                options.overrides(), options.home().versions()), options.real());
    }

    Instant lastSync() {
        return lastSync;
    }

    Map<String, @Nullable Object> status() {
        return acks.toJson();
    }

    SettingsStore store() {
        return store;
    }

    /** Reads the sources again; the answer is the version in force. */
    synchronized Map<String, @Nullable Object> sync() {
        if (store.reload()) {
            tellProblems();
        }
        publish("settings.reloaded", Origin.CORE);
        lastSync = real.wall();
        return Json.object("success", store.problems().isEmpty(), "config_version", store.effective().hash());
    }

    private synchronized void syncIfTouched() {
        if (store.reloadIfTouched()) {
            tellProblems();
            publish("settings.reloaded", Origin.CORE);
        }
        lastSync = real.wall();
    }

    synchronized Outcome change(Map<String, String> changes, Origin origin) {
        Outcome outcome = store.change(changes, origin);
        note(origin, "settings " + changes, outcome);
        publish("settings.changed", origin);
        return outcome;
    }

    synchronized Outcome rollBack(String version, Origin origin) {
        Outcome outcome = store.rollBack(version, origin);
        note(origin, "roll back settings to " + version, outcome);
        publish("settings.changed", origin);
        return outcome;
    }

    private void note(Origin origin, String what, Outcome outcome) {
        audit.write(origin.name(), what, outcome instanceof Outcome.Accepted, Words.english(outcome));
    }

    private void publish(String key, Origin origin) {
        Effective before = state.settings.get();
        Effective after = store.effective();
        List<Version.Change> changes = SettingsStore.differences(before, after);
        if (changes.isEmpty()) {
            return;
        }
        String words = String.join(", ",
                changes.stream().map(c -> c.key() + " " + c.before() + " → " + c.after()).toList());
        say(Severity.INFO, Message.of(key, words), origin);
        acks.notifyChange(after.hash());
        state.settings.set(after);
        follow("device", devicePart(before.settings()), devicePart(after.settings()));
        follow("logging", before.settings().logging(), after.settings().logging());
    }

    private void follow(String service, Object before, Object after) {
        if (before.equals(after)) {
            acks.acknowledge(service);
        } else {
            rebuild.accept(service);
        }
    }

    private static List<Object> devicePart(Settings settings) {
        return List.of(settings.inverter(), settings.relay(), settings.devices(), settings.generator().pollInterval());
    }

    /** A service was built with the settings in force. */
    void taken(String service) {
        acks.acknowledge(service);
    }

    /** The settings for one tick of control. */
    Settings forTick() {
        Effective now = state.settings.get();
        control.set(now);
        return now.settings();
    }

    /** A tick ended: control took what it read at its beginning. */
    void ticked() {
        if (state.settings.get().equals(control.get())) {
            acks.acknowledge("control");
        }
    }

    private void tellProblems() {
        List<Problem> now = store.problems();
        state.causes.set(Causes.SETTINGS_REFUSED, !now.isEmpty() || !missingSaid.isEmpty());
        now.stream()
                .filter(problem -> !said.contains(problem))
                .forEach(problem -> say(Severity.WARNING, problem.text(), Origin.CORE));
        if (now.isEmpty() && !said.isEmpty()) {
            say(Severity.INFO, Message.of("settings.fine_again"), Origin.CORE);
        }
        said = now;
    }

    /** Whether alarm C-505 stands. */
    boolean refused() {
        return state.causes.has(Causes.SETTINGS_REFUSED);
    }

    synchronized void checkAcknowledgements() {
        List<String> missing = acks.missingAfter(ACKNOWLEDGED_WITHIN);
        if (!missing.equals(missingSaid)) {
            if (!missing.isEmpty()) {
                say(Severity.WARNING, Message.of("settings.not_taken", String.join(", ", missing),
                        ACKNOWLEDGED_WITHIN), Origin.CORE);
            }
            missingSaid = missing;
            tellProblems();
        }
    }

    private void say(Severity severity, Message text, Origin origin) {
        Optional<String> code = severity == Severity.INFO ? Optional.empty() : Optional.of(Causes.SETTINGS_REFUSED);
        state.events.record(
                new Event(state.plant.time().wall(), Event.Kind.SETTINGS, severity, text, code, origin));
    }

    /** Looks at the file and at the acknowledgements now and then. */
    Loop loop() {
        return new Loop() {
            @Override
            public String name() {
                return "settings";
            }

            @Override
            public void run(Runnable progress) throws InterruptedException {
                while (true) {
                    syncIfTouched();
                    checkAcknowledgements();
                    progress.run();
                    real.sleep(LOOK_EVERY);
                }
            }
        };
    }
}
