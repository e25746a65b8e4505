// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.control;

import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The capital letters under a finger, for the rare word that has to be typed. */
public final class LetterPad extends VBox {
    private static final int COLUMNS = 9;
    private static final int MOST = 12;
    private static final double GAP = 5;

    private final Label typed = Styles.label("", "pad-typed");
    private final Label hint = Styles.label("", "quiet");
    private final StringBuilder word = new StringBuilder();

    /**
     * @param size of a key, px
     * @param done gets the word when OK is tapped
     */
    public LetterPad(double size, String ok, Node erase, Consumer<String> done) {
        setId("letter-pad");
        setSpacing(size * 0.2);
        typed.setId("letters-typed");
        typed.setMinHeight(size);
        typed.setMaxWidth(Double.MAX_VALUE);
        typed.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(typed, Priority.ALWAYS);
        hint.setId("letters-hint");
        hint.setWrapText(true);
        GridPane grid = new GridPane();
        grid.setHgap(GAP);
        grid.setVgap(GAP);
        for (char letter = 'A'; letter <= 'Z'; letter++) {
            int at = letter - 'A';
            grid.add(key(letter, size), at % COLUMNS, at / COLUMNS);
        }
        grid.add(Key.ofIcon("letter-erase", "erase", erase, this::erase).sized(size, size), COLUMNS - 1, 2);
        Key finish = new Key("letters-ok", ok, () -> done.accept(word.toString())).classes("primary")
                .sized(size * 2, size);
        HBox line = new HBox(GAP, typed, finish);
        line.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(line, hint, grid);
    }

    private Key key(char letter, double size) {
        Key key = new Key("letter-" + letter, String.valueOf(letter), () -> type(letter)).classes("letter")
                .sized(size, size);
        key.setPrefWidth(size);
        return key;
    }

    /** Words under what was typed: what is asked for, or what was wrong. */
    public void hint(String text, Tone tone) {
        hint.setText(text);
        Styles.tone(hint, tone);
    }

    public void clear() {
        word.setLength(0);
        typed.setText("");
    }

    private void type(char letter) {
        if (word.length() < MOST) {
            word.append(letter);
            typed.setText(word.toString());
        }
    }

    private void erase() {
        if (!word.isEmpty()) {
            word.setLength(word.length() - 1);
            typed.setText(word.toString());
        }
    }
}
