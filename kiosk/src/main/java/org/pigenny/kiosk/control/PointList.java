// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.control;

import java.util.ArrayList;
import java.util.List;

import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A few statements, each with a mark for its standing. */
public final class PointList extends VBox {
    /** @param mark a character that says the standing without colour */
    public record Point(String mark, String text, Tone tone) {}

    private List<Point> shown = List.of();

    public PointList(double spacing) {
        super(spacing);
    }

    public void show(List<Point> points) {
        if (points.equals(shown)) {
            return;
        }
        shown = List.copyOf(points);
        List<HBox> rows = new ArrayList<>();
        for (Point point : shown) {
            Label mark = Styles.label(point.mark(), "point-mark", point.tone().styleClass());
            mark.setMinWidth(USE_PREF_SIZE);
            Label text = Styles.label(point.text(), point.tone() == Tone.CALM ? "quiet" : "point");
            text.setWrapText(true);
            text.setMinHeight(USE_PREF_SIZE);
            HBox.setHgrow(text, Priority.ALWAYS);
            HBox row = new HBox(8, mark, text);
            row.setMinHeight(Region.USE_PREF_SIZE);
            rows.add(row);
        }
        getChildren().setAll(rows);
    }
}
