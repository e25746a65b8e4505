// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.olimex.server;

import java.util.Optional;
import java.util.function.Consumer;
import org.pigenny.olimex.sequence.SequenceReport;
import org.pigenny.olimex.sequence.Sequencer;

/**
 * Something that the owner of the relays is to do.
 *
 * @param action done on the owner's thread
 * @param answer told on the owner's thread, after the relays have been written
 */
record Order(Action action, Consumer<String> answer) {
    interface Action {
        Result execute(Sequencer sequencer, long now);
    }

    /** Looked at after the relays are written, and then after every tick until there is an answer. */
    interface Result {
        Optional<String> when(SequenceReport report);

        static Result now(String text) {
            Optional<String> answer = Optional.of(text);
            return report -> answer;
        }
    }
}
