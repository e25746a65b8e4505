// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.theme;

/**
 * How large things are on a screen of a given size. Everything is designed at 800x480 (or 480x800 held upright) and grows by
 * most, not all, of what a larger screen offers; the rest becomes air and more content.
 *
 * @param width and height of the scene, px
 */
public record Metrics(double width, double height) {
    private static final double LONG_SIDE = 800;
    private static final double SHORT_SIDE = 480;
    /** Share of a larger screen that goes into larger things. */
    private static final double GROWTH = 0.7;
    /** 20 mm on a panel of 7 inches across: the least size of a primary key (kiosk-ui.md 1). */
    private static final double PRIMARY_KEY_OF_DIAGONAL = 20 / (7 * 25.4);
    private static final double TOUCH = 48;
    private static final double ROOM_FOR_LOG_LINES = 525;

    public boolean portrait() {
        return height > width;
    }

    public double scale() {
        double fit = Math.min(Math.max(width, height) / LONG_SIDE, Math.min(width, height) / SHORT_SIDE);
        return fit <= 1 ? fit : 1 + (fit - 1) * GROWTH;
    }

    /** Pixels of a length given at the design size. */
    public double px(double design) {
        return Math.round(design * scale());
    }

    /** The root's font size: 16 px at the design size. */
    public double em() {
        return 16 * scale();
    }

    /** Least height and width of START, STOP and RESET, px. */
    public double primaryKey() {
        return Math.ceil(Math.max(px(106), Math.hypot(width, height) * PRIMARY_KEY_OF_DIAGONAL));
    }

    /** Least height and width of everything else that is touched, px. */
    public double touch() {
        return Math.max(TOUCH, px(TOUCH));
    }

    /** Whether the newest log lines fit on the home page. */
    public boolean roomForLogLines() {
        return portrait() || height / scale() >= ROOM_FOR_LOG_LINES;
    }
}
