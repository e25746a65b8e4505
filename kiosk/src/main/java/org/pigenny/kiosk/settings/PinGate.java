// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.settings;

import java.io.IOException;
import java.time.Duration;
import org.pigenny.core.model.Message;
import org.pigenny.kiosk.control.NumberPad;
import org.pigenny.kiosk.control.Tone;
import org.pigenny.kiosk.frame.Ui;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks for the PIN before the installer's part; on the first visit it asks for a new one. Open until the page is left. */
final class PinGate {
    private static final Logger LOG = LoggerFactory.getLogger(PinGate.class);
    private static final int LEAST_DIGITS = 4;
    private static final int MOST_DIGITS = 8;

    private final Ui ui;
    private final PinStore store;
    private final PinGuard guard;
    private boolean open;

    PinGate(Ui ui) {
        this.ui = ui;
        store = new PinStore(ui.places().own());
        guard = new PinGuard(ui.time());
    }

    boolean isOpen() {
        return open;
    }

    void close() {
        open = false;
    }

    /** Opens at once, or after the right PIN. */
    void ask(Runnable opened) {
        if (open) {
            opened.run();
        } else if (store.isSet()) {
            askFor("ui.pin.title", pin -> check(pin, opened));
        } else {
            askNew(opened);
        }
    }

    /** A new PIN: the first, or another one. */
    void askNew(Runnable done) {
        askFor("ui.pin.new", pin -> set(pin, done));
    }

    private void askFor(String title, java.util.function.BiFunction<String, NumberPad, Boolean> answer) {
        NumberPad[] pad = new NumberPad[1];
        pad[0] = new NumberPad(ui.say(title), "OK", true, MOST_DIGITS, ui.px(56), ui.icons().icon("erase", ui.px(26)),
                typed -> {
                    if (answer.apply(typed, pad[0])) {
                        ui.overlays().close();
                    }
                });
        pad[0].hint(ui.say("ui.pin.hint"), Tone.CALM);
        ui.overlays().open(pad[0]);
    }

    private void askFor(String title, java.util.function.Function<String, String> answer) {
        askFor(title, (typed, pad) -> {
            String wrong = answer.apply(typed);
            pad.clear();
            pad.hint(wrong, Tone.WARN);
            return wrong.isEmpty();
        });
    }

    /** Returns what was wrong; empty when it was right. */
    private String check(String pin, Runnable opened) {
        Duration closed = guard.closedFor();
        if (!closed.isZero()) {
            return ui.words().say(Message.of("ui.pin.wait", closed.plusMillis(999)));
        }
        try {
            if (store.matches(pin)) {
                guard.right();
                open = true;
                opened.run();
                return "";
            }
        } catch (IOException e) {
            LOG.error("the PIN cannot be read", e);
            return ui.say("ui.pin.unreadable");
        }
        guard.wrong();
        Duration wait = guard.closedFor();
        return wait.isZero() ? ui.say("ui.pin.wrong") : ui.words().say(Message.of("ui.pin.wait", wait.plusMillis(999)));
    }

    private String set(String pin, Runnable done) {
        if (pin.length() < LEAST_DIGITS) {
            return ui.say("ui.pin.short");
        }
        try {
            store.set(pin);
        } catch (IOException e) {
            LOG.error("the PIN cannot be written", e);
            return ui.say("ui.pin.unwritable");
        }
        open = true;
        done.run();
        return "";
    }
}
