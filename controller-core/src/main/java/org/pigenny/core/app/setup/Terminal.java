// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.app.setup;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import org.pigenny.core.model.Message;
import org.pigenny.core.model.Outcome;
import org.pigenny.core.text.Phrases;

/** Lines in, lines out: works over any connection. The end of the input is an answer, too: leave. */
public final class Terminal {
    private final BufferedReader in;
    private final PrintWriter out;
    private final Phrases words = new Phrases(Locale.ENGLISH, ZoneId.systemDefault());

    public Terminal(BufferedReader in, PrintWriter out) {
        this.in = in;
        this.out = out;
    }

    void say(String key, Object... args) {
        say(Message.of(key, args));
    }

    void say(Message message) {
        out.println(words.say(message));
        out.flush();
    }

    String words(Message message) {
        return words.say(message);
    }

    void line(String text) {
        out.println(text);
        out.flush();
    }

    /** Says the answer; whether it was yes. */
    boolean said(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Accepted accepted -> {
                say(accepted.text());
                yield true;
            }
            case Outcome.Refused refused -> {
                say(refused.why());
                yield false;
            }
        };
    }

    /** @throws Left when the input has ended */
    String ask(String key, Object... args) {
        out.print(words.say(Message.of(key, args)) + " ");
        out.flush();
        try {
            return Optional.ofNullable(in.readLine()).orElseThrow(Left::new).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Only a clear yes is one. */
    boolean agrees(String key, Object... args) {
        String answer = ask(key, args).toLowerCase(Locale.ROOT);
        return answer.equals("y") || answer.equals("yes");
    }

    /** The person has left. */
    static final class Left extends RuntimeException {
        private static final long serialVersionUID = 1;

        Left() {
            super("the person has left");
        }
    }
}
