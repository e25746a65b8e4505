// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.trends;

import javafx.scene.layout.Region;
import javafx.scene.shape.Line;
import org.pigenny.kiosk.frame.Ui;

/** A short piece of a chart's line, with its colour and pattern. */
final class LineSample extends Region {
    LineSample(Ui ui, org.pigenny.kiosk.trends.Line line) {
        double length = ui.px(22);
        Line piece = new Line(0, ui.px(6), length, ui.px(6));
        piece.setStroke(ui.palette().color(line.color));
        piece.setStrokeLineCap(javafx.scene.shape.StrokeLineCap.BUTT);
        piece.setStrokeWidth(line.width * ui.metrics().scale() + 0.5);
        if (line.dash > 0) {
            piece.getStrokeDashArray().setAll(line.dash, line.dash * 0.7);
        }
        setMinSize(length, ui.px(12));
        setMaxSize(length, ui.px(12));
        getChildren().add(piece);
    }
}
