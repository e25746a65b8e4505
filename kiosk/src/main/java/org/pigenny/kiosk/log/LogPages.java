// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.log;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A log of any length in pages of which only those near the eye are held: a page far away is known by its key alone and fetched again
 * when it comes near. No toolkit; not for two threads.
 */
final class LogPages {
    static final int PAGE = 200;
    /** Pages held at once; a screen sees two at most. */
    static final int HELD = 12;
    private static final int NEAR = 60;

    /** A page to be fetched: the {@link #PAGE} events before a key. */
    record Wanted(int page, Instant before) {}

    private final List<LogRow> fresh = new ArrayList<>();
    private final List<Instant> keys = new ArrayList<>();
    private final Map<Integer, List<LogRow>> held = new LinkedHashMap<>(16, 0.75f, true);
    private int known;
    private boolean complete;

    /** @param before later than everything that is wanted */
    void restart(Instant before) {
        fresh.clear();
        held.clear();
        keys.clear();
        keys.add(before);
        known = 0;
        complete = false;
    }

    int size() {
        return fresh.size() + known;
    }

    boolean complete() {
        return complete;
    }

    int heldPages() {
        return held.size();
    }

    Optional<LogRow> row(int index) {
        if (index < fresh.size()) {
            return Optional.of(fresh.get(index));
        }
        int old = index - fresh.size();
        List<LogRow> page = held.get(old / PAGE);
        return page == null || old % PAGE >= page.size() ? Optional.empty() : Optional.of(page.get(old % PAGE));
    }

    /** The page that is missed most when these rows are seen, if any is. */
    Optional<Wanted> wanted(int firstSeen, int lastSeen) {
        for (int index : List.of(firstSeen, lastSeen, lastSeen + NEAR, firstSeen - NEAR)) {
            int page = Math.max(0, index - fresh.size()) / PAGE;
            boolean askable = page < keys.size() && !(complete && page * PAGE >= Math.max(1, known));
            if (askable && !held.containsKey(page)) {
                return Optional.of(new Wanted(page, keys.get(page)));
            }
        }
        return Optional.empty();
    }

    /**
     * What was fetched.
     *
     * @param oldest instant of its last row; the key of the next page
     */
    void fetched(Wanted asked, List<LogRow> rows, Optional<Instant> oldest) {
        held.put(asked.page(), rows);
        if (asked.page() == keys.size() - 1 && !complete) {
            known += rows.size();
            complete = rows.size() < PAGE;
            if (!complete) {
                oldest.ifPresent(keys::add);
            }
        }
        while (held.size() > HELD) {
            held.remove(held.keySet().iterator().next());
        }
    }

    /** Rows newer than all others, newest first. */
    void prepend(List<LogRow> newer) {
        fresh.addAll(0, newer);
    }
}
