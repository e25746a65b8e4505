// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.logging;

import java.sql.SQLException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pigenny.core.api.CoreSnapshot;
import org.pigenny.core.logging.store.Session;
import org.pigenny.core.logging.store.WriteQueue;
import org.pigenny.core.model.Event;

/** All trackers in their order. They see nothing until it is known what an earlier process left, then the newest snapshot first. */
final class Trackers {
    private static final int EARLY_LIMIT = 1000;

    private final WriteQueue queue;
    private final List<Tracker> all;
    private final List<Event> early = new ArrayList<>();
    private @Nullable CoreSnapshot newest;
    private boolean begun;

    Trackers(WriteQueue queue, List<Tracker> all) {
        this.queue = queue;
        this.all = all;
    }

    /** Reads from the disk, so nothing waits for it: until {@link #begin} the trackers are touched by nobody else. */
    void resume(Session session) throws SQLException {
        for (Tracker tracker : all) {
            tracker.resume(session);
        }
    }

    synchronized boolean begun() {
        return begun;
    }

    /** From now on events and snapshots count. */
    synchronized void begin() {
        begun = true;
        early.forEach(this::heard);
        early.clear();
        CoreSnapshot waiting = newest;
        if (waiting != null) {
            observe(waiting);
        }
    }

    synchronized void observe(CoreSnapshot snapshot) {
        newest = snapshot;
        if (begun) {
            all.forEach(tracker -> tracker.observe(snapshot).forEach(queue::add));
        }
    }

    synchronized void heard(Event event) {
        if (begun) {
            all.forEach(tracker -> tracker.heard(event));
        } else if (early.size() < EARLY_LIMIT) {
            early.add(event);
        }
    }

    synchronized void finish() {
        all.forEach(tracker -> tracker.rest().forEach(queue::add));
    }

    /** The owner's, as the newest snapshot says. */
    synchronized ZoneId zone() {
        CoreSnapshot snapshot = newest;
        return snapshot == null ? ZoneOffset.UTC : snapshot.zone();
    }
}
