// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.control;

import java.util.OptionalDouble;

import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;

/** A value on its scale, with the band in which it is normal. */
public final class BandBar extends Region {
    private final Rectangle track = part("band-track");
    private final Rectangle normal = part("band-normal");
    private final Rectangle mark = part("band-mark");
    private final double from;
    private final double to;
    private final double low;
    private final double high;
    private OptionalDouble value = OptionalDouble.empty();

    /**
     * @param from and to are the ends of the scale
     * @param low and high are the ends of the normal band
     */
    public BandBar(double from, double to, double low, double high) {
        this.from = from;
        this.to = to;
        this.low = low;
        this.high = high;
        getChildren().addAll(track, normal, mark);
        setMinSize(0, 0);
    }

    public void show(OptionalDouble now) {
        if (!now.equals(value)) {
            value = now;
            requestLayout();
        }
    }

    @Override
    protected void layoutChildren() {
        double bar = Math.max(4, getHeight() * 0.45);
        place(track, 0, getWidth(), bar);
        place(normal, at(low), at(high) - at(low), bar);
        mark.setVisible(value.isPresent());
        place(mark, at(value.orElse(low)) - 2, 4, getHeight());
    }

    private double at(double number) {
        return getWidth() * Math.clamp((number - from) / (to - from), 0, 1);
    }

    private void place(Rectangle part, double x, double width, double height) {
        part.setX(x);
        part.setWidth(width);
        part.setHeight(height);
        part.setY((getHeight() - height) / 2);
    }

    private static Rectangle part(String styleClass) {
        Rectangle part = new Rectangle();
        part.setManaged(false);
        part.setArcWidth(4);
        part.setArcHeight(4);
        part.getStyleClass().add(styleClass);
        return part;
    }
}
