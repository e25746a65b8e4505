// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.api;

import java.util.Set;
import java.util.function.Predicate;
import org.pigenny.core.model.Event;
import org.pigenny.core.model.Severity;

/**
 * The filter of the log page, as data, so that the history can answer it from an index.
 *
 * @param kinds wanted; empty means all
 * @param atLeast mildest severity wanted
 */
public record EventFilter(Set<Event.Kind> kinds, Severity atLeast) implements Predicate<Event> {
    public static final EventFilter ALL = new EventFilter(Set.of(), Severity.INFO);

    public EventFilter {
        kinds = Set.copyOf(kinds);
    }

    @Override
    public boolean test(Event event) {
        return (kinds.isEmpty() || kinds.contains(event.kind())) && event.severity().compareTo(atLeast) >= 0;
    }
}
