// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.control;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.pigenny.core.model.Message;
import org.pigenny.core.model.Origin;
import org.pigenny.core.model.RunReason;

/**
 * The run asked for, from its first crank to the proof that the engine is off.
 *
 * @param reason that asks for it now, or asked last
 * @param origin who asked
 * @param begun what does not change
 * @param fired when the engine was first seen running: the base of the run limit and of the minimum run time
 * @param loaded when the charger first came on
 * @param attempt crank attempts since the begin or since the engine died, the present one included
 * @param idBefore the server's run id when the present attempt was asked for; it changes when the server takes it
 * @param recovering whether the engine died in this run
 * @param limited whether the run limit has ended it
 * @param ending why it is being stopped
 */
record Run(RunReason reason, Origin origin, Begun begun, OptionalLong fired, OptionalLong loaded, int attempt,
        long idBefore, boolean recovering, boolean limited, Optional<Message> ending) {
    /**
     * @param nanos of the first start request; of the fire, when the run was taken over
     * @param at the same on the wall clock
     * @param soc at the beginning
     * @param takenOver a running engine was found: what is its reason now did not start it
     */
    record Begun(long nanos, Instant at, OptionalDouble soc, boolean takenOver) {}

    static Run asked(Wish wish, Begun begun, long idBefore) {
        return new Run(wish.reason(), wish.origin(), begun, OptionalLong.empty(), OptionalLong.empty(), 1, idBefore,
                false, false, Optional.empty());
    }

    boolean manual() {
        return reason == RunReason.MANUAL;
    }

    /** Where the limits count from: the fire, else the request, so that silence cannot hold them up. */
    long base() {
        return fired.orElse(begun.nanos());
    }

    /** Asked for by this reason now, so not ending any more. */
    Run servedBy(Wish wish) {
        return new Run(wish.reason(), wish.origin(), begun, fired, loaded, attempt, idBefore, recovering, limited,
                Optional.empty());
    }

    Run seenRunning(long since) {
        return fired.isPresent()
                ? this
                : new Run(reason, origin, begun, OptionalLong.of(since), loaded, attempt, idBefore, recovering, limited,
                        ending);
    }

    Run seenLoaded(long at) {
        return loaded.isPresent()
                ? this
                : new Run(reason, origin, begun, fired, OptionalLong.of(at), attempt, idBefore, recovering, limited,
                        ending);
    }

    Run again(long runId) {
        return new Run(reason, origin, begun, fired, loaded, attempt + 1, runId, recovering, limited, ending);
    }

    /** The engine died; what comes now are attempts to recover. */
    Run died() {
        return new Run(reason, origin, begun, fired, OptionalLong.empty(), 0, idBefore, true, limited, ending);
    }

    Run shifted(long by) {
        return new Run(reason, origin, new Begun(begun.nanos() + by, begun.at(), begun.soc(), begun.takenOver()),
                Shift.by(fired, by),
                Shift.by(loaded, by), attempt, idBefore, recovering, limited, ending);
    }

    Run ending(Message why) {
        return new Run(reason, origin, begun, fired, loaded, attempt, idBefore, recovering, limited, Optional.of(why));
    }

    Run limitReached(Message why) {
        return new Run(reason, origin, begun, fired, loaded, attempt, idBefore, recovering, true, Optional.of(why));
    }
}
