// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.app;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.pigenny.core.api.CoreSnapshot;
import org.pigenny.core.api.History;
import org.pigenny.core.model.AlarmReport;
import org.pigenny.core.model.Event;
import org.pigenny.core.model.EventSink;
import org.pigenny.core.model.Origin;
import org.pigenny.core.model.Quantity;

/** The way to the records that live now. Events that come while there are none wait for them. */
final class LogSwitch implements EventSink {
    private static final int MOST_WAITING = 1000;

    private final Deque<Event> waiting = new ArrayDeque<>();
    private Optional<Parts.Log> log = Optional.empty();

    void connect(Parts.Log next) {
        List<Event> kept;
        synchronized (this) {
            log = Optional.of(next);
            kept = new ArrayList<>(waiting);
            waiting.clear();
        }
        kept.forEach(next::record);
    }

    @Override
    public void record(Event event) {
        Optional<Parts.Log> now;
        synchronized (this) {
            now = log;
            if (now.isEmpty()) {
                waiting.addLast(event);
                if (waiting.size() > MOST_WAITING) {
                    waiting.removeFirst();
                }
            }
        }
        now.ifPresent(there -> there.record(event));
    }

    void accept(CoreSnapshot snapshot) {
        now().ifPresent(there -> there.accept(snapshot));
    }

    History history() {
        return now().map(Parts.Log::history).orElse(NO_HISTORY);
    }

    List<Event> newest() {
        return now().map(Parts.Log::newest).orElse(List.of());
    }

    void judge(Map<String, Double> values) {
        now().ifPresent(there -> there.judge(values));
    }

    List<AlarmReport> alarms() {
        return now().map(Parts.Log::alarms).orElse(List.of());
    }

    boolean acknowledge(String code, Origin who) {
        return now().map(there -> there.acknowledge(code, who)).orElse(false);
    }

    Map<String, @Nullable Object> stats() {
        return new LinkedHashMap<>(now().map(Parts.Log::stats).orElse(Map.of()));
    }

    Map<String, @Nullable Object> debug() {
        return new LinkedHashMap<>(now().map(Parts.Log::debug).orElse(Map.of()));
    }

    private synchronized Optional<Parts.Log> now() {
        return log;
    }

    private static final History NO_HISTORY = new History() {
        @Override
        public List<Event> events(Instant before, int limit, Predicate<Event> wanted) {
            return List.of();
        }

        @Override
        public List<Point> series(Quantity quantity, Instant from, Instant to, int points) {
            return List.of();
        }

        @Override
        public List<Run> runs(int limit) {
            return List.of();
        }
    };
}
