// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.olimex.sequence;

import org.pigenny.olimex.protocol.Input;
import org.pigenny.olimex.protocol.Inputs;
import org.pigenny.olimex.protocol.Sensed;

/** The inputs over time: confirmed by two reads, debounced, with the unknown kept apart from the off. */
final class InputWatch {
    private final Hold stopped = new Hold(Windows.STALL);
    private Inputs last = Inputs.UNKNOWN;
    private Inputs before = Inputs.UNKNOWN;
    private boolean stoppedForSure;
    private boolean ranLast;
    private long blindSince;
    private boolean started;

    void see(long now, Inputs inputs) {
        if (!started || (last.known() && !inputs.known())) {
            blindSince = now;
        }
        started = true;
        before = last;
        last = inputs;
        stoppedForSure = stopped.holds(now, inputs.off(Input.RUNNING));
        if (inputs.known()) {
            ranLast = inputs.on(Input.RUNNING);
        }
    }

    Inputs last() {
        return last;
    }

    boolean known() {
        return last.known();
    }

    /** Two looks in a row agree and could see. */
    boolean settled() {
        return last.known() && last.equals(before);
    }

    /** Two looks in a row saw the engine running. */
    boolean running() {
        return last.on(Input.RUNNING) && before.on(Input.RUNNING);
    }

    /** The newest look did not see the engine stand still: it runs, or nobody knows. */
    boolean mayTurn() {
        return !last.off(Input.RUNNING);
    }

    /** The engine has been seen not running for the whole window. */
    boolean stopped() {
        return stoppedForSure;
    }

    /** Two looks in a row saw every wired input off. */
    boolean allOff() {
        return last.allOff() && before.allOff();
    }

    /** Whether the engine ran at the last look that could see. */
    boolean ranWhenLastSeen() {
        return ranLast;
    }

    Sensed engine() {
        return last.sense(Input.RUNNING);
    }

    /** For how long nothing could be read, 0 when the last look could see. */
    long blindFor(long now) {
        return known() ? 0 : now - blindSince;
    }
}
