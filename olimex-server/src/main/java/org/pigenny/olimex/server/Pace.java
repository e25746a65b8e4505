// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.olimex.server;

/** How fast one connection may send commands: a faster one is served more slowly, never refused. */
final class Pace {
    /** More than the 200 a second that every client is promised. */
    private static final double PER_SECOND = 1000;
    private static final double BURST = 500;
    private static final double NANOS = 1e9;

    private double tokens = BURST;
    private long last;

    Pace(long now) {
        last = now;
    }

    /** One command was taken. */
    void spend(long now) {
        fill(now);
        tokens--;
    }

    boolean allows(long now) {
        fill(now);
        return tokens >= 1;
    }

    private void fill(long now) {
        tokens = Math.min(BURST, tokens + (now - last) / NANOS * PER_SECOND);
        last = now;
    }
}
