// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.diagnostics;

import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.pigenny.core.api.Core;
import org.pigenny.core.api.Workshop;
import org.pigenny.core.model.Message;
import org.pigenny.core.model.RegisterPort.Answer;
import org.pigenny.kiosk.control.Choice;
import org.pigenny.kiosk.control.Key;
import org.pigenny.kiosk.control.NumberPad;
import org.pigenny.kiosk.control.Stepper;
import org.pigenny.kiosk.control.Styles;
import org.pigenny.kiosk.control.Tone;
import org.pigenny.kiosk.frame.Ui;

/** Raw registers of the inverter, read once when asked for: number, unsigned, signed, hexadecimal. */
final class RegisterView extends VBox {
    static final int COUNT = 20;
    private static final int LAST = 65_535;
    private static final int MOST_DIGITS = 5;

    private final Ui ui;
    private final Stepper start;
    private final Label said;
    private final GridPane table = new GridPane();
    private boolean holding;

    RegisterView(Ui ui) {
        super(ui.px(10));
        this.ui = ui;
        setId("registers");
        double touch = ui.metrics().touch();
        Choice<Boolean> kind = new Choice<Boolean>("register-kind", touch, chosen -> holding = chosen)
                .option("register-input", ui.say("ui.register.input"), false)
                .option("register-holding", ui.say("ui.register.holding"), true);
        kind.select(holding);
        start = new Stepper("register-start", new Stepper.Limits(0, LAST + 1.0 - COUNT, COUNT),
                from -> (int) from + " \u2013 " + ((int) from + COUNT - 1), touch, ui.icons().icon("minus", ui.px(24)),
                ui.icons().icon("plus", ui.px(24)), from -> read());
        start.show(0);
        start.onNumber(() -> ui.overlays().open(pad()));
        start.setMinWidth(ui.px(240));
        Key read = new Key("register-read", ui.say("ui.register.read"), this::read).classes("primary")
                .sized(ui.px(100), touch);
        HBox keys = new HBox(ui.px(10), kind, start, read);
        keys.setAlignment(Pos.CENTER_LEFT);
        VBox top = ui.metrics().portrait()
                ? new VBox(ui.px(8), kind, new HBox(ui.px(10), start, read))
                : new VBox(keys);
        said = Styles.label(ui.say("ui.register.words"), "quiet");
        said.setId("register-said");
        said.setWrapText(true);
        said.setMinHeight(USE_PREF_SIZE);
        table.setHgap(ui.px(14));
        table.setVgap(ui.px(3));
        getChildren().addAll(top, said, table);
    }

    private NumberPad pad() {
        NumberPad pad = new NumberPad(ui.say("ui.register.first"), "OK", false, MOST_DIGITS, ui.px(56),
                ui.icons().icon("erase", ui.px(26)), typed -> {
                    ui.overlays().close();
                    start.show(Math.min(Integer.parseInt(typed), LAST + 1 - COUNT));
                    read();
                });
        pad.hint("0 \u2013 " + (LAST + 1 - COUNT), Tone.CALM);
        return pad;
    }

    private void read() {
        int first = (int) start.value();
        boolean table03 = holding;
        say(ui.say("ui.register.reading"), Tone.CALM);
        ui.asks().fetch(core -> ask(core, table03, first), answer -> show(answer, first));
    }

    /** Null when this core offers none. */
    private static @Nullable Answer ask(Core core, boolean holding, int first) {
        Workshop shop = core.workshop().orElse(null);
        try {
            return shop == null ? null : shop.registers(holding, first, COUNT);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Answer.Nothing();
        }
    }

    private void show(@Nullable Answer answer, int first) {
        table.getChildren().clear();
        switch (answer) {
            case null -> say(ui.say("ui.diag.none"), Tone.WARN);
            case Answer.Words read -> {
                say(ui.say("ui.register.columns"), Tone.CALM);
                fill(read.words(), first);
            }
            case Answer.Refused refused -> say(ui.words().say(Message.of("ui.register.refused", refused.code())),
                    Tone.WARN);
            case Answer.Nothing nothing -> say(ui.say("ui.register.silent"), Tone.WARN);
            case Answer.NoLine broken -> say(ui.words().say(broken.why()), Tone.WARN);
        }
    }

    private void say(String words, Tone tone) {
        said.setText(words);
        Styles.tone(said, tone);
    }

    /** Two blocks side by side where there is room, so that twenty fit without dragging. */
    private void fill(List<Integer> words, int first) {
        int rows = ui.metrics().portrait() ? words.size() : (words.size() + 1) / 2;
        for (int i = 0; i < words.size(); i++) {
            int word = words.get(i);
            int column = i / rows * 4;
            Label register = Styles.label(String.valueOf(first + i), "quiet");
            register.setMinWidth(USE_PREF_SIZE);
            table.add(register, column, i % rows);
            table.add(cell(String.valueOf(word)), column + 1, i % rows);
            table.add(cell(String.valueOf((short) word)), column + 2, i % rows);
            table.add(cell(String.format(Locale.ROOT, "%04X", word)), column + 3, i % rows);
        }
    }

    private Label cell(String text) {
        Label cell = Styles.label(text, "medium");
        cell.setAlignment(Pos.CENTER_RIGHT);
        cell.setMinWidth(USE_PREF_SIZE);
        cell.setPrefWidth(ui.px(66));
        return cell;
    }
}
