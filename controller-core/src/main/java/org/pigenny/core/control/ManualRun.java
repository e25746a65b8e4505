// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.control;

import java.util.OptionalLong;
import org.pigenny.core.model.Origin;

/**
 * A run that a person asked for and that has not ended yet.
 *
 * @param until monotonic end of a timed run
 */
record ManualRun(Kind kind, OptionalLong until, Origin origin) {
    ManualRun shifted(long by) {
        return new ManualRun(kind, Shift.by(until, by), origin);
    }

    enum Kind {
        UNTIL_STOPPED, TIMED, UNTIL_AUTO
    }
}
