// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.olimex.server;

import org.pigenny.olimex.protocol.Answers;
import org.pigenny.olimex.protocol.Phase;

/** Whether the next end of this process leaves a running engine to its successor: a forced update asks for it. */
final class Handover {
    private volatile boolean asked;

    /** The answer to the command. */
    String ask(Phase phase) {
        if (!phase.running() && phase != Phase.OFF && phase != Phase.FAULT) {
            return Answers.error("Not in phase " + phase.word());
        }
        asked = true;
        return Answers.ok("The engine is handed over at the next end");
    }

    boolean asked() {
        return asked;
    }
}
