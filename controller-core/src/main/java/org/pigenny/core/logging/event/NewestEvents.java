// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.logging.event;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.pigenny.core.model.Event;

/** The newest events in memory, bounded. Gives each an instant of its own, to the microsecond, which is its key in the history. */
public final class NewestEvents {
    private static final Duration KEY_STEP = Duration.of(1, ChronoUnit.MICROS);

    private final int limit;
    private final Deque<Event> events = new ArrayDeque<>();
    private final Set<Instant> keys = new HashSet<>();

    public NewestEvents(int limit) {
        this.limit = limit;
    }

    /** Answers the event as it is kept. */
    public synchronized Event add(Event event) {
        Instant at = event.at().truncatedTo(ChronoUnit.MICROS);
        while (!keys.add(at)) {
            at = at.plus(KEY_STEP);
        }
        Event kept = new Event(at, event.kind(), event.severity(), event.text(), event.code(), event.origin());
        events.addFirst(kept);
        if (events.size() > limit) {
            keys.remove(events.removeLast().at());
        }
        return kept;
    }

    /** In the order in which they came, the newest first. */
    public synchronized List<Event> list() {
        return List.copyOf(events);
    }

    /** Puts what an earlier process left behind the events of this one. */
    public synchronized void addOlder(List<Event> older) {
        for (Event event : new ArrayList<>(older)) {
            if (events.size() < limit && keys.add(event.at())) {
                events.addLast(event);
            }
        }
    }
}
