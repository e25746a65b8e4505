// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.fake;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.pigenny.core.api.SettingsPort;
import org.pigenny.core.model.Message;
import org.pigenny.core.model.Origin;
import org.pigenny.core.model.Outcome;

/** Settings that are kept in memory. One rule is checked, so that a refusal can be seen: start below stop. */
public final class FakeSettings implements SettingsPort {
    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private final List<Version> versions = new ArrayList<>();

    public FakeSettings() {
        entry("generator.autostart", "true", "", "true or false");
        entry("generator.soc.start", "40", "%", "1 to 99, below generator.soc.stop");
        entry("generator.soc.stop", "80", "%", "2 to 100, above generator.soc.start");
        entry("generator.max_run_s", "14400", "s", "0 or more");
        entry("generator.quiet_hours.enabled", "false", "", "true or false");
        entry("generator.quiet_hours.from", "21:00", "", "a time of day");
        entry("generator.quiet_hours.to", "06:00", "", "a time of day");
        entry("inverter.slave", "1", "", "1 to 247");
        entry("kiosk.theme", "auto", "", "auto, day or night");
        entry("kiosk.language", "en", "", "en or de");
    }

    private void entry(String key, String value, String unit, String allowed) {
        entries.put(key, new Entry(key, value, value, unit, "default", allowed));
    }

    @Override
    public synchronized List<Entry> entries() {
        return List.copyOf(entries.values());
    }

    @Override
    public synchronized Outcome change(Map<String, String> changes, Origin origin) {
        double start = Double.parseDouble(changes.getOrDefault("generator.soc.start", value("generator.soc.start")));
        double stop = Double.parseDouble(changes.getOrDefault("generator.soc.stop", value("generator.soc.stop")));
        if (start >= stop) {
            return new Outcome.Refused(Message.of("generator.soc.start must be below generator.soc.stop."));
        }
        List<Change> made = new ArrayList<>();
        changes.forEach((key, value) -> made.add(new Change(key, value(key), value)));
        versions.addFirst(new Version(String.valueOf(versions.size() + 1), House.EVENING, origin, made));
        changes.forEach(this::put);
        return new Outcome.Accepted(Message.of("Saved."));
    }

    private String value(String key) {
        Entry entry = entries.get(key);
        return entry == null ? "" : entry.value();
    }

    private void put(String key, String value) {
        Entry old = entries.get(key);
        if (old != null) {
            entries.put(key, new Entry(key, value, old.defaultValue(), old.unit(), "screen", old.allowed()));
        }
    }

    @Override
    public synchronized List<Version> versions() {
        return List.copyOf(versions);
    }

    @Override
    public synchronized Outcome rollBack(String versionId, Origin origin) {
        Version version = versions.stream().filter(v -> v.id().equals(versionId)).findFirst().orElseThrow();
        version.changes().forEach(change -> put(change.key(), change.before()));
        versions.remove(version);
        return new Outcome.Accepted(Message.of("Rolled back to " + Instant.EPOCH + "."));
    }
}
