// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.device.relay;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.pigenny.core.time.TimeSource;
import org.pigenny.olimex.protocol.Answers;
import org.pigenny.olimex.protocol.Hmac;
import org.pigenny.olimex.protocol.StatusKey;
import org.pigenny.olimex.protocol.StatusLines;
import org.pigenny.olimex.protocol.Verb;

/** One connection from the greeting on: who asked what, which answer belongs to it, and the values pushed in between. */
final class Session {
    private final Wire wire;
    private final TimeSource real;
    private final LinkBook book;
    private final Runnable valuesChanged;
    private final Deque<Asked> asked = new ArrayDeque<>();
    private final EnumMap<StatusKey, String> values = new EnumMap<>(StatusKey.class);
    private final EnumMap<StatusKey, String> coming = new EnumMap<>(StatusKey.class);
    private boolean greeted;

    private record Asked(Verb verb, long atNanos, Consumer<String> answer) {}

    Session(Wire wire, TimeSource real, LinkBook book, Runnable valuesChanged) {
        this.wire = wire;
        this.real = real;
        this.book = book;
        this.valuesChanged = valuesChanged;
    }

    boolean greeted() {
        return greeted;
    }

    Map<StatusKey, String> values() {
        return values;
    }

    void ask(Verb verb, String argument, Consumer<String> answer) throws IOException {
        asked.add(new Asked(verb, real.nanos(), answer));
        book.asked();
        wire.send(argument.isEmpty() ? verb.name() : verb.name() + " " + argument);
    }

    /** Proves to have the key; the server ignores who else may command. */
    void authenticate(byte[] key, Consumer<String> result) throws IOException {
        ask(Verb.AUTH, "", challenge -> {
            try {
                if (challenge.startsWith(Answers.CHALLENGE)) {
                    ask(Verb.AUTH, Hmac.answer(key, challenge.substring(Answers.CHALLENGE.length())), result);
                } else {
                    result.accept(challenge);
                }
            } catch (IOException e) {
                result.accept(Answers.error(String.valueOf(e.getMessage())));
            }
        });
    }

    /** How long the oldest question waits for its answer, in nanoseconds. */
    long waiting() {
        Asked oldest = asked.peek();
        return oldest == null ? 0 : real.nanos() - oldest.atNanos();
    }

    /** Takes all lines that have come. */
    void take() throws IOException {
        for (Optional<String> line = wire.next(); line.isPresent(); line = wire.next()) {
            take(line.get());
        }
    }

    private void take(String line) throws IOException {
        if (!greeted) {
            if (!line.equals(Answers.GREETING)) {
                throw new IOException(line);
            }
            greeted = true;
        } else if (line.startsWith(StatusLines.EVENT)) {
            takeValue(line.substring(StatusLines.EVENT.length()));
        } else if (!asked.isEmpty() && asked.element().verb() == Verb.STATUS) {
            if (takeValue(line)) {
                answered(asked.remove(), line);
            }
        } else if (!asked.isEmpty()) {
            answered(asked.remove(), line);
        }
    }

    private boolean takeValue(String line) {
        if (!line.equals(StatusKey.END)) {
            StatusLines.decode(line, coming);
            return false;
        }
        values.putAll(coming);
        coming.clear();
        valuesChanged.run();
        return true;
    }

    private void answered(Asked question, String line) {
        book.answered(real.nanos() - question.atNanos());
        question.answer().accept(line);
    }
}
