// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.control;

import javafx.scene.shape.Rectangle;

/** Where one is in something taller than its window. */
final class ScrollMark {
    private static final double MARK = 4;
    private static final double LEAST = 24;

    private ScrollMark() {}

    static void place(Rectangle mark, double width, double height, double offset, double whole) {
        mark.setVisible(whole > height + 1);
        double size = Math.max(LEAST, height * height / Math.max(1, whole));
        mark.setX(width - MARK);
        mark.setWidth(MARK);
        mark.setHeight(size);
        mark.setY((height - size) * Math.clamp(offset / Math.max(1, whole - height), 0, 1));
    }
}
