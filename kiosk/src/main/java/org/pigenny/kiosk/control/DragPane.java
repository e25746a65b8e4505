// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.control;

import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;

/** Shows a part of something taller, which is dragged with inertia. A thin mark at the edge says where one is. */
public final class DragPane extends Region {
    private static final double MARK = 4;

    private final Region content;
    private final Drag drag = new Drag(this, this::requestLayout);
    private final Rectangle mark = new Rectangle();

    public DragPane(Region content) {
        this.content = content;
        mark.getStyleClass().add("scroll-mark");
        mark.setManaged(false);
        mark.setArcWidth(MARK);
        mark.setArcHeight(MARK);
        getChildren().addAll(content, mark);
        setMinSize(0, 0);
    }

    public void toTop() {
        drag.inertia().jump(0);
        requestLayout();
    }

    @Override
    protected double computePrefHeight(double width) {
        return content.prefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth() - MARK * 2;
        double whole = Math.max(getHeight(), content.prefHeight(width));
        drag.inertia().setMost(whole - getHeight());
        double offset = drag.inertia().offset();
        content.resizeRelocate(0, -Math.rint(offset), width, whole);
        ScrollMark.place(mark, getWidth(), getHeight(), offset, whole);
    }
}
