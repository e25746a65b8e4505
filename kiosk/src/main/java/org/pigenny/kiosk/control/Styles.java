// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.control;

import java.util.Arrays;
import java.util.List;

import javafx.scene.Node;
import javafx.scene.control.Label;

/** Small helpers for style classes. They touch a node only when something changes. */
public final class Styles {
    private static final List<String> STANDINGS = Arrays.stream(Standing.values()).map(Standing::styleClass).toList();
    private static final List<String> TONES = Arrays.stream(Tone.values()).map(Tone::styleClass).toList();

    private Styles() {}

    public static Label label(String text, String... classes) {
        Label label = new Label(text);
        label.getStyleClass().addAll(classes);
        label.setMinSize(0, 0);
        return label;
    }

    public static void standing(Node node, Standing standing) {
        choose(node, STANDINGS, standing.styleClass());
    }

    public static void tone(Node node, Tone tone) {
        choose(node, TONES, tone.styleClass());
    }

    /** Leaves exactly {@code chosen} of {@code all} on the node; an empty one leaves none. */
    public static void choose(Node node, List<String> all, String chosen) {
        var classes = node.getStyleClass();
        if (!chosen.isEmpty() && classes.contains(chosen)) {
            return;
        }
        classes.removeAll(all);
        if (!chosen.isEmpty()) {
            classes.add(chosen);
        }
    }

    public static void flag(Node node, String styleClass, boolean on) {
        if (on != node.getStyleClass().contains(styleClass)) {
            if (on) {
                node.getStyleClass().add(styleClass);
            } else {
                node.getStyleClass().remove(styleClass);
            }
        }
    }

    public static void show(Node node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }
}
