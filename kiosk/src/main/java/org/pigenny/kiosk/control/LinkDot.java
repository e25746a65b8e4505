// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.control;

import java.util.Arrays;
import java.util.List;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.shape.SVGPath;

/** One link: a filled dot when it is up, and another shape, not just another colour, when it is not. */
public final class LinkDot extends HBox {
    public enum State {
        UP("up", LinkDot.ROUND),
        STARTING("starting", LinkDot.ROUND),
        STALE("stale", "M5 0.5 L10 9.5 L0 9.5 Z"),
        DOWN(
                "down",
                "M0.5 0.5 L9.5 9.5 M9.5 0.5 L0.5 9.5");

        private final String styleClass;
        private final String shape;

        State(String styleClass, String shape) {
            this.styleClass = styleClass;
            this.shape = shape;
        }
    }

    private static final String ROUND = "M1 5 A4 4 0 1 0 9 5 A4 4 0 1 0 1 5";
    private static final List<String> CLASSES = Arrays.stream(State.values()).map(s -> s.styleClass).toList();

    private final SVGPath mark = new SVGPath();
    private final Label name;

    public LinkDot(String text, double spacing) {
        super(spacing);
        name = Styles.label(text);
        name.setMinWidth(USE_PREF_SIZE);
        mark.getStyleClass().add("dot-mark");
        getStyleClass().add("dot");
        setAlignment(Pos.CENTER);
        getChildren().addAll(mark, name);
        show(State.STARTING);
    }

    public void show(State state) {
        mark.setContent(state.shape);
        Styles.choose(this, CLASSES, state.styleClass);
    }
}
