// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.control;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.controlsfx.control.SegmentedButton;

/** One of a few, side by side. */
public final class Choice<T> extends HBox {
    private final List<T> values = new ArrayList<>();
    private final List<ToggleButton> buttons = new ArrayList<>();
    private final SegmentedButton bar = new SegmentedButton();
    private final double height;
    private final Consumer<T> chosen;

    public Choice(String id, double height, Consumer<T> chosen) {
        setId(id);
        this.height = height;
        this.chosen = chosen;
        getStyleClass().add("choice");
        bar.setToggleGroup(null);
        HBox.setHgrow(bar, Priority.ALWAYS);
        bar.setMaxWidth(Double.MAX_VALUE);
        getChildren().add(bar);
    }

    public Choice<T> option(String id, String text, T value) {
        ToggleButton button = new ToggleButton(text);
        button.setId(id);
        button.setFocusTraversable(false);
        button.setAlignment(Pos.CENTER);
        button.setMinHeight(height);
        button.setMinWidth(height);
        button.setOnAction(event -> {
            select(value);
            chosen.accept(value);
        });
        values.add(value);
        buttons.add(button);
        bar.getButtons().add(button);
        return this;
    }

    /** Marks one as chosen without telling anybody. */
    public void select(T value) {
        for (int i = 0; i < values.size(); i++) {
            buttons.get(i).setSelected(values.get(i).equals(value));
        }
    }

    public void rename(int index, String text) {
        buttons.get(index).setText(text);
    }
}
