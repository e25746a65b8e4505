// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.control;

import java.util.function.Consumer;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

/** Ten digits under a glove. What is typed is shown, or hidden when it is a secret. */
public final class NumberPad extends VBox {
    private static final int COLUMNS = 3;
    private static final String HIDDEN = "\u2022";

    private final Label title = Styles.label("", "title");
    private final Label typed = Styles.label("", "pad-typed");
    private final Label hint = Styles.label("", "quiet");
    private final StringBuilder digits = new StringBuilder();
    private final boolean secret;
    private final int most;
    private final Consumer<String> done;

    /**
     * @param most digits that are taken
     * @param done gets the digits when OK is tapped
     */
    public NumberPad(String titleText, String ok, boolean secret, int most, double size, Node erase,
            Consumer<String> done) {
        this.secret = secret;
        this.most = most;
        this.done = done;
        setId("number-pad");
        setSpacing(size * 0.16);
        setAlignment(Pos.CENTER);
        title.setText(titleText);
        typed.setId("pad-typed");
        typed.setMinHeight(size * 0.8);
        hint.setId("pad-hint");
        GridPane grid = new GridPane();
        grid.setHgap(8);
        grid.setVgap(8);
        for (int digit = 1; digit <= 9; digit++) {
            grid.add(digitKey(digit, size), (digit - 1) % COLUMNS, (digit - 1) / COLUMNS);
        }
        grid.add(Key.ofIcon("pad-erase", "erase", erase, this::erase).sized(size * 1.3, size), 0, COLUMNS);
        grid.add(digitKey(0, size), 1, COLUMNS);
        grid.add(new Key("pad-ok", ok, this::finish).classes("primary").sized(size * 1.3, size), 2, COLUMNS);
        getChildren().addAll(title, typed, hint, grid);
    }

    private Key digitKey(int digit, double size) {
        return new Key("pad-" + digit, String.valueOf(digit), () -> type(digit)).classes("digit")
                .sized(size * 1.3,
                        size);
    }

    /** Words under the digits: what is allowed, or what was wrong. */
    public void hint(String text, Tone tone) {
        hint.setText(text);
        Styles.tone(hint, tone);
    }

    public void clear() {
        digits.setLength(0);
        show();
    }

    private void type(int digit) {
        if (digits.length() < most) {
            digits.append(digit);
            show();
        }
    }

    private void erase() {
        if (!digits.isEmpty()) {
            digits.setLength(digits.length() - 1);
            show();
        }
    }

    private void finish() {
        if (!digits.isEmpty()) {
            done.accept(digits.toString());
        }
    }

    private void show() {
        typed.setText(secret ? HIDDEN.repeat(digits.length()) : digits.toString());
    }
}
