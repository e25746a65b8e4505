// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What came of each relay and input, immutable. */
public record WiringSheet(Map<Wiring.Item, Result> results) {
    public enum Result {
        RIGHT, WRONG, SKIPPED
    }

    /** All that is tried, relays first. */
    public static final List<Wiring.Item> ITEMS = Stream.<Wiring.Item>concat(Stream.of(Wiring.Relay.values()),
            Stream.of(Wiring.Input.values()))
            .toList();
    public static final WiringSheet EMPTY = new WiringSheet(Map.of());

    public WiringSheet {
        results = Map.copyOf(results);
    }

    public WiringSheet with(Wiring.Item item, Result result) {
        Map<Wiring.Item, Result> all = new LinkedHashMap<>(results);
        all.put(item, result);
        return new WiringSheet(all);
    }

    public Optional<Result> of(Wiring.Item item) {
        return Optional.ofNullable(results.get(item));
    }

    /** The next item without a result. */
    public Optional<Wiring.Item> next() {
        return ITEMS.stream().filter(item -> !results.containsKey(item)).findFirst();
    }

    /** Done when nothing is wrong and nothing is missing; a terminal that is not in use may be skipped. */
    public Commissioning.Standing standing() {
        return ITEMS.stream().allMatch(item -> of(item).filter(result -> result != Result.WRONG).isPresent())
                ? Commissioning.Standing.DONE
                : Commissioning.Standing.OPEN;
    }

    /** For the report: {@code IGN right, GLOW right, …}. */
    public String note() {
        return ITEMS.stream()
                .filter(results::containsKey)
                .map(item -> item.name() + " " + of(item).orElseThrow().name().toLowerCase(java.util.Locale.ROOT))
                .collect(Collectors.joining(", "));
    }
}
