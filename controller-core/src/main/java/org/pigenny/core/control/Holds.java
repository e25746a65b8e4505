// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.control;

import java.util.OptionalLong;

/**
 * What keeps automatic starts off for a while. Times are monotonic.
 *
 * @param afterStop end of the hold after a manual stop
 * @param afterLimit end of the rest after the run limit
 * @param finishing a stop that must come to its end before anything automatic runs again
 * @param off when the engine was last proven off after a run
 */
record Holds(OptionalLong afterStop, OptionalLong afterLimit, boolean finishing, OptionalLong off) {
    static final Holds NONE = new Holds(OptionalLong.empty(), OptionalLong.empty(), false, OptionalLong.empty());

    Holds stopped(long until) {
        return new Holds(OptionalLong.of(until), afterLimit, true, off);
    }

    Holds limited(long until) {
        return new Holds(afterStop, OptionalLong.of(until), true, off);
    }

    Holds engineOff(long now) {
        return new Holds(afterStop, afterLimit, false, OptionalLong.of(now));
    }

    Holds settled() {
        return finishing ? new Holds(afterStop, afterLimit, false, off) : this;
    }

    /** A person says that automatic starts may come again. */
    Holds ended() {
        return new Holds(OptionalLong.empty(), OptionalLong.empty(), finishing, off);
    }

    Holds limitAcknowledged() {
        return new Holds(afterStop, OptionalLong.empty(), finishing, off);
    }

    /** Without what has run out. */
    Holds at(long now) {
        boolean stopOver = afterStop.isPresent() && now >= afterStop.getAsLong();
        boolean limitOver = afterLimit.isPresent() && now >= afterLimit.getAsLong();
        return stopOver || limitOver
                ? new Holds(stopOver ? OptionalLong.empty() : afterStop, limitOver ? OptionalLong.empty() : afterLimit,
                        finishing, off)
                : this;
    }

    Holds shifted(long by) {
        return new Holds(Shift.by(afterStop, by), Shift.by(afterLimit, by), finishing, Shift.by(off, by));
    }

    boolean any() {
        return afterStop.isPresent() || afterLimit.isPresent();
    }
}
