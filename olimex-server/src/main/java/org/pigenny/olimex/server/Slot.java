// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.olimex.server;

import java.util.Optional;
import org.pigenny.olimex.protocol.Verb;

/** One command of a connection and the place of its answer: answers go out in the order of the commands. */
final class Slot {
    final String line;
    /** When its last byte was read from the socket, nanoseconds of the server's clock. */
    final long receivedAt;
    final Optional<Verb> verb;
    boolean begun;
    boolean done;
    /** Without the last line end. */
    String answer = "";

    Slot(String line, long receivedAt) {
        this.line = line;
        this.receivedAt = receivedAt;
        verb = Verb.of(firstWord());
    }

    String firstWord() {
        return word(0);
    }

    /** What follows the verb, or empty. */
    String argument() {
        return word(1);
    }

    private String word(int index) {
        String[] words = line.split("\\s+", index + 2);
        return words.length > index ? words[index] : "";
    }

    void answer(String text) {
        answer = text;
        done = true;
    }
}
