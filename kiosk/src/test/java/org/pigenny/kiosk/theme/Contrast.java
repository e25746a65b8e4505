// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.theme;

import javafx.scene.paint.Color;

/** WCAG 2.2, contrast ratio. */
public final class Contrast {
    private Contrast() {}

    /** 1 to 21. */
    public static double ratio(Color a, Color b) {
        double light = Math.max(luminance(a), luminance(b));
        double dark = Math.min(luminance(a), luminance(b));
        return (light + 0.05) / (dark + 0.05);
    }

    private static double luminance(Color color) {
        return 0.2126 * linear(color.getRed()) + 0.7152 * linear(color.getGreen()) + 0.0722 * linear(color.getBlue());
    }

    private static double linear(double part) {
        return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }
}
