// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.settings;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pigenny.core.api.SettingsPort.Entry;

/** What is in force, and what somebody has turned but not yet saved. */
final class Draft {
    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private final Map<String, String> changed = new LinkedHashMap<>();

    void load(List<Entry> all) {
        entries.clear();
        all.forEach(entry -> entries.put(entry.key(), entry));
        changed.entrySet().removeIf(change -> change.getValue().equals(inForce(change.getKey())));
    }

    Optional<Entry> entry(String key) {
        return Optional.ofNullable(entries.get(key));
    }

    String value(String key) {
        return changed.getOrDefault(key, inForce(key));
    }

    private String inForce(String key) {
        return entry(key).map(Entry::value).orElse("");
    }

    void set(String key, String value) {
        if (same(value, inForce(key))) {
            changed.remove(key);
        } else {
            changed.put(key, value);
        }
    }

    /** 40 and 40.0 are the same setting. */
    private static boolean same(String a, String b) {
        try {
            return Double.compare(Double.parseDouble(a), Double.parseDouble(b)) == 0;
        } catch (NumberFormatException e) {
            return a.equals(b);
        }
    }

    boolean changed(String key) {
        return changed.containsKey(key);
    }

    Map<String, String> changes() {
        return Map.copyOf(changed);
    }

    void discard() {
        changed.clear();
    }
}
