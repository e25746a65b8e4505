// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.config;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.TreeSet;

/** Checked values of every key, read by type. */
record Values(Map<String, String> byKey) {
    Values {
        byKey = Map.copyOf(byKey);
    }

    String text(String key) {
        return Objects.requireNonNull(byKey.get(key), key);
    }

    /** Names of the devices of the site. */
    NavigableSet<String> devices() {
        NavigableSet<String> ids = new TreeSet<>();
        byKey.keySet().forEach(key -> DeviceKeys.id(key).ifPresent(ids::add));
        return ids;
    }

    boolean flag(String key) {
        return Boolean.parseBoolean(text(key));
    }

    double number(String key) {
        return Double.parseDouble(text(key));
    }

    int whole(String key) {
        return Integer.parseInt(text(key));
    }

    Duration seconds(String key) {
        return Duration.ofNanos(Math.round(number(key) * 1e9));
    }

    <E extends Enum<E>> E choice(String key, Class<E> type) {
        return Enum.valueOf(type, text(key).toUpperCase(java.util.Locale.ROOT));
    }

    List<Integer> ports(String key) {
        return Arrays.stream(text(key).split(", ")).map(Integer::valueOf).toList();
    }
}
