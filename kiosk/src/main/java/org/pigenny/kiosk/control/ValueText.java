// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.control;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/** A number with its unit that looks as old as it is. */
public final class ValueText extends HBox {
    private final Label number = Styles.label(Value.NOTHING, "number");
    private final Label unit = Styles.label("", "unit");

    public ValueText() {
        super(3);
        setAlignment(Pos.BASELINE_LEFT);
        number.setMinWidth(USE_PREF_SIZE);
        getChildren().addAll(number, unit);
    }

    public ValueText small() {
        number.getStyleClass().add("small");
        return this;
    }

    public void show(Value value) {
        number.setText(value.number());
        unit.setText(value.unit());
        Styles.standing(this, value.standing());
    }
}
