// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.fake;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.pigenny.core.api.SettingsPort;
import org.pigenny.core.config.Effective;
import org.pigenny.core.config.Problem;
import org.pigenny.core.config.SettingsLoader;
import org.pigenny.core.model.Message;
import org.pigenny.core.model.Origin;
import org.pigenny.core.model.Outcome;
import org.pigenny.core.text.Phrases;

/** Settings that are kept in memory, with the keys, limits and cross-checks of the real ones. */
public final class FakeSettings implements SettingsPort {
    private final Map<String, String> changed = new LinkedHashMap<>();
    private final List<Version> versions = new ArrayList<>();
    private Phrases words = new Phrases(Locale.ENGLISH, ZoneOffset.UTC);

    /** Speaks this language from now on. */
    synchronized void speak(String language) {
        words = new Phrases(Locale.forLanguageTag(language), ZoneOffset.UTC);
    }

    private static SettingsLoader.Loaded load(Map<String, String> values) {
        return new SettingsLoader().load(Optional.empty(), Map.of(), values);
    }

    @Override
    public synchronized List<Entry> entries() {
        return load(changed).effective()
                .values()
                .values()
                .stream()
                .map(this::entry)
                .toList();
    }

    private Entry entry(Effective.Value value) {
        return new Entry(value.key().name(), value.text(), value.key().fallback(), value.key().unit(),
                changed.containsKey(value.key().name()) ? "screen" : "default", words.say(value.key().allowed()));
    }

    @Override
    public synchronized String help(String key) {
        return words.say(Message.of("help." + key));
    }

    @Override
    public synchronized Outcome change(Map<String, String> changes, Origin origin) {
        Map<String, String> wanted = new LinkedHashMap<>(changed);
        wanted.putAll(changes);
        List<Problem> problems = load(wanted).problems();
        if (!problems.isEmpty()) {
            return new Outcome.Refused(problems.getFirst().text());
        }
        List<Change> made = new ArrayList<>();
        changes.forEach((key, value) -> made.add(new Change(key, value(key), value)));
        versions.addFirst(new Version(String.valueOf(versions.size() + 1), House.EVENING, origin, made));
        changed.putAll(changes);
        return new Outcome.Accepted(Message.of("Saved."));
    }

    /** What is in force. */
    public synchronized String value(String key) {
        return entries().stream().filter(entry -> entry.key().equals(key)).findFirst().orElseThrow().value();
    }

    @Override
    public synchronized List<Version> versions() {
        return List.copyOf(versions);
    }

    @Override
    public synchronized Outcome rollBack(String versionId, Origin origin) {
        Version version = versions.stream().filter(v -> v.id().equals(versionId)).findFirst().orElseThrow();
        version.changes().forEach(change -> changed.put(change.key(), change.before()));
        versions.remove(version);
        return new Outcome.Accepted(Message.of("Rolled back to " + Instant.EPOCH + "."));
    }
}
