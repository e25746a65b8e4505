// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.config;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All settings there are, in the order of the documentation. */
public final class Schema {
    private final Map<String, Key> keys = new LinkedHashMap<>();

    public Schema() {
        List<Key> all = new ArrayList<>(GeneratorKeys.all());
        all.addAll(PlantKeys.devices());
        all.addAll(PlantKeys.records());
        all.addAll(PlantKeys.platform());
        for (Key key : all) {
            if (keys.put(key.name(), key) != null) {
                throw new IllegalStateException("two settings are called " + key.name());
            }
        }
    }

    public List<Key> keys() {
        return List.copyOf(keys.values());
    }

    public Optional<Key> find(String name) {
        return Optional.ofNullable(keys.get(name));
    }

    boolean isTable(String name) {
        return keys.keySet().stream().anyMatch(key -> key.startsWith(name + "."));
    }

    /** The setting whose name is written most alike. */
    Key nearest(String name) {
        return keys.values().stream().min(Comparator.comparingInt(key -> distance(name, key.name()))).orElseThrow();
    }

    private static int distance(String name, String candidate) {
        int whole = edits(name, candidate);
        String last = candidate.substring(candidate.lastIndexOf('.') + 1);
        // A key put into the wrong table is nearer to its namesake than letters say.
        return name.substring(name.lastIndexOf('.') + 1).equals(last) ? whole / 2 : whole;
    }

    /** Levenshtein distance. */
    private static int edits(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int above = row[j];
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                row[j] = Math.min(Math.min(row[j] + 1, row[j - 1] + 1), diagonal + change);
                diagonal = above;
            }
        }
        return row[b.length()];
    }
}
