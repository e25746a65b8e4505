// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.home;

import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.pigenny.kiosk.control.Styles;
import org.pigenny.kiosk.control.Value;
import org.pigenny.kiosk.control.ValueText;

/** The inside of a value's tile: the number, perhaps a picture of the last hour, and a note. */
final class ValueTile extends VBox {
    private final ValueText value = new ValueText();
    private final Label note = Styles.label("", "note");

    /** @param picture between number and note, or none */
    ValueTile(@Nullable Region picture) {
        getChildren().add(value);
        StackPane middle = new StackPane();
        if (picture != null) {
            middle.getChildren().add(picture);
        }
        middle.setMinHeight(0);
        middle.setPrefHeight(0);
        VBox.setVgrow(middle, Priority.ALWAYS);
        note.setMinHeight(USE_PREF_SIZE);
        getChildren().addAll(middle, note);
    }

    void show(Value now) {
        value.show(now);
        note.setText(now.note());
        Styles.standing(this, now.standing());
    }
}
