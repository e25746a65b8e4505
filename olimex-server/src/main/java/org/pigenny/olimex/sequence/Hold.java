// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.olimex.sequence;

/** Tells whether a condition has held without a break for long enough, and in at least two looks. */
final class Hold {
    private final long window;
    private boolean held;
    private long since;

    Hold(long windowNanos) {
        window = windowNanos;
    }

    /** One look at the condition. */
    boolean holds(long now, boolean condition) {
        if (!condition) {
            held = false;
            return false;
        }
        if (!held) {
            held = true;
            since = now;
            return false;
        }
        return now - since >= window;
    }

    void clear() {
        held = false;
    }
}
