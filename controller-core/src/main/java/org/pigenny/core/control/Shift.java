// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.control;

import java.util.OptionalLong;

/** Moves monotonic times from one clock to another. */
final class Shift {
    private Shift() {}

    static OptionalLong by(OptionalLong time, long by) {
        return time.isPresent() ? OptionalLong.of(time.getAsLong() + by) : time;
    }
}
