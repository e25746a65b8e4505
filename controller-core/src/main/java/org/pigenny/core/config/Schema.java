// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.config;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

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

    /** The settings that everybody has, and what each device of the site may have, under {@code devices.<id>}. */
    public List<Key> documented() {
        List<Key> all = new ArrayList<>(keys.values());
        all.addAll(DeviceKeys.templates());
        return all;
    }

    /** The settings that everybody has, and those of each device that one of these names belongs to. */
    List<Key> keysFor(Collection<String> names) {
        List<Key> all = new ArrayList<>(keys.values());
        Set<String> devices = new TreeSet<>();
        names.forEach(name -> DeviceKeys.id(name).ifPresent(devices::add));
        devices.forEach(id -> all.addAll(DeviceKeys.of(id)));
        return all;
    }

    public Optional<Key> find(String name) {
        return Optional.ofNullable(keys.get(name)).or(() -> DeviceKeys.find(name));
    }

    boolean isTable(String name) {
        return name.matches("devices(\\.[a-z0-9_]+)?")
                || keys.keySet().stream().anyMatch(key -> key.startsWith(name + "."));
    }

    /** The setting whose name is written most alike. */
    Key nearest(String name) {
        return keysFor(List.of(name)).stream()
                .min(Comparator.comparingInt(key -> distance(name, key.name())))
                .orElseThrow();
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
