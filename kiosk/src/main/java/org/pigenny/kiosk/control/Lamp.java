// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.control;

import java.util.List;
import java.util.Optional;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.shape.SVGPath;

/** One relay or input as read back: on, off, or not known. Shape and brightness say it, not colour alone. */
public final class Lamp extends HBox {
    private static final List<String> STATES = List.of("on", "off", "unknown");
    private static final String ROUND = "M1.5 6 A4.5 4.5 0 1 0 10.5 6 A4.5 4.5 0 1 0 1.5 6";
    private static final String QUESTION = "M3 3.5 A3 3 0 1 1 6 6.8 V8.2 M6 10.4 V10.6";

    private final SVGPath mark = new SVGPath();

    public Lamp(String id, String text, double spacing) {
        super(spacing);
        setId(id);
        Label name = Styles.label(text);
        getStyleClass().add("lamp");
        mark.getStyleClass().add("lamp-mark");
        setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(mark, name);
        show(Optional.empty());
    }

    /** @param on empty when nobody knows */
    public void show(Optional<Boolean> on) {
        mark.setContent(on.isPresent() ? ROUND : QUESTION);
        Styles.choose(this, STATES, on.map(yes -> yes ? "on" : "off").orElse("unknown"));
    }
}
