// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.control;

import java.util.List;
import java.util.OptionalDouble;

import javafx.scene.layout.Region;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;

/** The last hour as a thin line. A gap in the data is a gap in the line. */
public final class Sparkline extends Region {
    private final Path line = new Path();
    private List<OptionalDouble> points = List.of();
    private double floor;
    private double least;

    public Sparkline(String styleClass) {
        line.getStyleClass().addAll("spark", styleClass);
        line.setManaged(false);
        getChildren().add(line);
        setMinSize(0, 0);
    }

    /**
     * @param floor the value drawn at the bottom, unless a point lies below
     * @param least span of values that fills the height, so that noise stays flat
     */
    public void setScale(double floor, double least) {
        this.floor = floor;
        this.least = least;
    }

    public void show(List<OptionalDouble> values) {
        if (!values.equals(points)) {
            points = List.copyOf(values);
            requestLayout();
        }
    }

    @Override
    protected void layoutChildren() {
        double bottom = points.stream()
                .filter(OptionalDouble::isPresent)
                .mapToDouble(OptionalDouble::getAsDouble)
                .reduce(floor, Math::min);
        double top = points.stream()
                .filter(OptionalDouble::isPresent)
                .mapToDouble(OptionalDouble::getAsDouble)
                .reduce(bottom + least, Math::max);
        line.getElements().setAll(elements(bottom, top));
    }

    private List<PathElement> elements(double bottom, double top) {
        List<PathElement> found = new java.util.ArrayList<>();
        double step = getWidth() / Math.max(1, points.size() - 1);
        boolean pen = false;
        for (int i = 0; i < points.size(); i++) {
            OptionalDouble value = points.get(i);
            if (value.isPresent()) {
                double y = 2 + (getHeight() - 4) * (1 - (value.getAsDouble() - bottom) / (top - bottom));
                found.add(pen ? new LineTo(i * step, y) : new MoveTo(i * step, y));
            }
            pen = value.isPresent();
        }
        return found;
    }
}
