// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.control;

/** How a list moves under a finger and after it: it follows, glides, slows down, and stops at its ends. No toolkit. */
public final class Inertia {
    /** The glide loses this share of its speed in a second. */
    private static final double DECAY_PER_SECOND = 0.02;
    private static final double STOPS_BELOW = 12;
    private static final double FASTEST = 6000;
    private static final long FRESH_NANOS = 80_000_000;
    private static final double NANOS = 1e9;

    private double offset;
    private double most;
    private double velocity;
    private long lastNanos;

    /** @param most largest offset, px */
    public void setMost(double most) {
        this.most = Math.max(0, most);
        offset = Math.clamp(offset, 0, this.most);
    }

    public double offset() {
        return offset;
    }

    public boolean atEnd() {
        return offset >= most;
    }

    public void jump(double to) {
        offset = Math.clamp(to, 0, most);
        velocity = 0;
    }

    public void press(long nanos) {
        velocity = 0;
        lastNanos = nanos;
    }

    /** @param by px since the last call, positive towards the end of the list */
    public void drag(double by, long nanos) {
        double seconds = Math.max(1e-3, (nanos - lastNanos) / NANOS);
        velocity = 0.4 * velocity + 0.6 * Math.clamp(by / seconds, -FASTEST, FASTEST);
        lastNanos = nanos;
        offset = Math.clamp(offset + by, 0, most);
    }

    /** The finger is lifted: glides on, unless it rested before. */
    public void release(long nanos) {
        if (nanos - lastNanos > FRESH_NANOS) {
            velocity = 0;
        }
        lastNanos = nanos;
    }

    public boolean gliding() {
        return Math.abs(velocity) >= STOPS_BELOW;
    }

    /** Glides up to the given time. */
    public void glide(long nanos) {
        double seconds = Math.clamp((nanos - lastNanos) / NANOS, 0, 0.1);
        lastNanos = nanos;
        offset = Math.clamp(offset + velocity * seconds, 0, most);
        velocity *= Math.pow(DECAY_PER_SECOND, seconds);
        if (offset <= 0 || offset >= most) {
            velocity = 0;
        }
    }
}
