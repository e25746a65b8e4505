// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.control;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** A key that acts on a tap: a word, and under it what it will do. */
public final class Key extends StackPane {
    private final Label word = Styles.label("", "key-word");
    private final Label note = Styles.label("", "key-note", "quiet");

    public Key(String id, String text, Runnable action) {
        setId(id);
        getStyleClass().add("key");
        word.setText(text);
        note.setWrapText(true);
        VBox face = new VBox(word, note);
        face.setAlignment(Pos.CENTER);
        face.setMouseTransparent(true);
        getChildren().add(face);
        say(text, "");
        Press.taps(this, action);
    }

    /** With an icon in place of words; {@code text} stays its accessible name. */
    public static Key ofIcon(String id, String text, Node icon, Runnable action) {
        Key key = new Key(id, "", action);
        key.setAccessibleText(text);
        icon.setMouseTransparent(true);
        key.getChildren().setAll(icon);
        return key;
    }

    public Key classes(String... more) {
        getStyleClass().addAll(more);
        return this;
    }

    public Key sized(double width, double height) {
        setMinSize(width, height);
        setPrefHeight(height);
        return this;
    }

    public void say(String text, String doing) {
        word.setText(text);
        note.setText(doing);
        Styles.show(note, !doing.isEmpty());
    }

    public String wordText() {
        return word.getText();
    }

    /** Looks as if it will refuse; it still answers a tap, with the reason. */
    public void refuses(boolean now) {
        Styles.flag(this, "refused", now);
    }
}
