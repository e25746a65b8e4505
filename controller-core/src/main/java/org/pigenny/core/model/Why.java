// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.model;

import java.util.List;

/**
 * Why the controller does what it does, generated from the predicates that decided.
 *
 * @param sentence the whole in plain words, without a running countdown
 * @param points the single predicates, in order of authority
 */
public record Why(Message sentence, List<Point> points) {
    public enum Standing {
        HOLDS, WAITING, BLOCKS, NOT_MET, OFF, UNKNOWN
    }

    /** One predicate. */
    public record Point(Standing standing, Message text) {}

    public static final Why NOTHING_YET = new Why(Message.of("why.nothing_yet"), List.of());

    public Why {
        points = List.copyOf(points);
    }
}
