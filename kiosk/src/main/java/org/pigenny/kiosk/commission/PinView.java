// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.commission;

import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.pigenny.core.model.Origin;
import org.pigenny.kiosk.control.Key;
import org.pigenny.kiosk.control.NumberPad;
import org.pigenny.kiosk.control.Tone;
import org.pigenny.kiosk.frame.Ui;

/** The PIN, typed twice. */
final class PinView implements StepView {
    private static final int LEAST = 4;
    private static final int MOST = 8;

    private final Ui ui;
    private final Consumer<String> done;
    private final VBox node;

    PinView(Ui ui, Consumer<String> done) {
        this.ui = ui;
        this.done = done;
        node = new VBox(new Key("pin-set", ui.say("setup.page.set_pin"), this::first).classes("primary")
                .sized(ui.px(200), ui.px(56)));
    }

    @Override
    public Node node() {
        return node;
    }

    private void first() {
        ask("setup.ask.pin", "ui.pin.hint", pin -> {
            if (pin.length() < LEAST) {
                return "ui.pin.short";
            }
            ui.overlays().close();
            again(pin);
            return "";
        });
    }

    private void again(String pin) {
        ask("setup.ask.pin_again", "ui.pin.hint", typed -> {
            if (!typed.equals(pin)) {
                return "setup.pin.differ";
            }
            ui.overlays().close();
            ui.asks().change(core -> core.commissioning().orElseThrow().setPin(pin, Origin.SCREEN), accepted -> {
                if (accepted) {
                    done.accept("set");
                }
            });
            return "";
        });
    }

    /** @param answer key of what was wrong; empty when the pad is done */
    private void ask(String title, String hint, java.util.function.UnaryOperator<String> answer) {
        NumberPad[] pad = new NumberPad[1];
        pad[0] = new NumberPad(ui.say(title), "OK", true, MOST, ui.px(56), ui.icons().icon("erase", ui.px(26)),
                typed -> {
                    String wrong = answer.apply(typed);
                    if (!wrong.isEmpty()) {
                        pad[0].clear();
                        pad[0].hint(ui.say(wrong), Tone.WARN);
                    }
                });
        pad[0].hint(ui.say(hint), Tone.CALM);
        ui.overlays().open(pad[0]);
    }
}
