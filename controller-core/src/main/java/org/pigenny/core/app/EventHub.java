// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.app;

import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import org.pigenny.core.model.Event;
import org.pigenny.core.model.EventSink;
import org.pigenny.core.text.Phrases;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where all events go: to the journal, to the newest lines on the screen, and to the records when they run. */
final class EventHub implements EventSink {
    private static final Logger LOG = LoggerFactory.getLogger(EventHub.class);
    private static final int NEWEST = 50;

    private final Phrases english = new Phrases(Locale.ENGLISH, ZoneOffset.UTC);
    private final Deque<Event> newest = new ArrayDeque<>();
    private final List<EventSink> sinks = new CopyOnWriteArrayList<>();

    @Override
    public void record(Event event) {
        synchronized (newest) {
            newest.addFirst(event);
            if (newest.size() > NEWEST) {
                newest.removeLast();
            }
        }
        say(event);
        for (EventSink sink : sinks) {
            sink.record(event);
        }
    }

    private void say(Event event) {
        String code = event.code().map(known -> known + " ").orElse("");
        String line = event.kind() + " " + code + english.say(event.text()) + " (" + event.origin().name() + ")";
        switch (event.severity()) {
            case INFO -> LOG.info(line);
            case WARNING, MINOR -> LOG.warn(line);
            case MAJOR, CRITICAL -> LOG.error(line);
        }
    }

    void add(EventSink sink) {
        sinks.add(sink);
    }

    /** Newest first. */
    List<Event> newest() {
        synchronized (newest) {
            return List.copyOf(newest);
        }
    }
}
