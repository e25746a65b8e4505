// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.trends;

import java.time.Duration;
import java.time.Instant;

/** A stretch of time that can be dragged and zoomed. It never reaches past now. */
record Span(Instant from, Instant to) {
    static final Duration SHORTEST = Duration.ofMinutes(30);
    static final Duration LONGEST = Duration.ofDays(366);

    static Span ending(Instant now, Duration length) {
        return new Span(now.minus(length), now);
    }

    Duration length() {
        return Duration.between(from, to);
    }

    /** @param share of its length, positive towards the past */
    Span dragged(double share, Instant now) {
        Duration by = Duration.ofMillis((long) (length().toMillis() * share));
        return new Span(from.minus(by), to.minus(by)).upTo(now);
    }

    /** @param factor above 1 shows more time, below 1 less */
    Span zoomed(double factor, Instant now) {
        long wanted = (long) (length().toMillis() * factor);
        long millis = Math.clamp(wanted, SHORTEST.toMillis(), LONGEST.toMillis());
        Instant middle = from.plus(length().dividedBy(2));
        Duration half = Duration.ofMillis(millis / 2);
        return new Span(middle.minus(half), middle.plus(half)).upTo(now);
    }

    private Span upTo(Instant now) {
        return to.isAfter(now) ? ending(now, length()) : this;
    }

    /** Three times as long, so that a drag finds something at both sides. */
    Span withMargins() {
        return new Span(from.minus(length()), to.plus(length()));
    }

    boolean within(Span other) {
        return !from.isBefore(other.from) && !to.isAfter(other.to);
    }

    /** Where a moment lies, 0 at the beginning, 1 at the end. */
    double at(Instant moment) {
        return Duration.between(from, moment).toMillis() / (double) length().toMillis();
    }

    Instant moment(double share) {
        return from.plusMillis((long) (length().toMillis() * share));
    }
}
