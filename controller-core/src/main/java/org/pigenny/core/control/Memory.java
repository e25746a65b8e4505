// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.control;

import java.util.Map;
import java.util.Optional;
import org.pigenny.core.model.GeneratorState;

/**
 * What the controller carries from one tick to the next. Immutable; its parts are the business of this package.
 *
 * @param state the controller was in
 */
public record Memory(GeneratorState state, Clock clock, Latches latches, Optional<Run> run, Optional<ManualRun> manual,
        Holds holds, Trouble trouble, Drive drive) {

    /** Of a controller that was never run. */
    public static Memory fresh() {
        return new Memory(GeneratorState.UNKNOWN, Clock.UNSET, Latches.NONE, Optional.empty(), Optional.empty(),
                Holds.NONE, Trouble.NONE, Drive.QUIET);
    }

    /** What must survive a restart of the process, as plain text. */
    public Map<String, String> save() {
        return Map.of();
    }

    /** Never throws: a damaged entry counts as fresh. */
    public static Memory restore(Map<String, String> saved) {
        return fresh();
    }
}
