// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.control;

import java.util.function.IntConsumer;

import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import org.pigenny.core.time.TimeSource;

/** A quick, mostly level stroke of the one pointer: at least 64 px within 400 ms. */
public final class Swipe {
    static final double LEAST = 64;
    static final long LONGEST_MILLIS = 400;
    private static final double LEVEL = 2;

    private double x;
    private double y;
    private long since;

    private Swipe() {}

    /**
     * @param time against which a stroke is measured
     * @param action gets +1 for a stroke to the left (onward), -1 to the right (back)
     */
    public static void over(Region target, TimeSource time, IntConsumer action) {
        Swipe swipe = new Swipe();
        target.addEventFilter(MouseEvent.MOUSE_PRESSED, event -> {
            swipe.x = event.getSceneX();
            swipe.y = event.getSceneY();
            swipe.since = time.nanos();
        });
        target.addEventFilter(MouseEvent.MOUSE_RELEASED, event -> {
            long millis = (time.nanos() - swipe.since) / 1_000_000;
            int way = direction(event.getSceneX() - swipe.x, event.getSceneY() - swipe.y, millis);
            if (way != 0) {
                action.accept(way);
            }
        });
    }

    /** Which way a stroke goes; 0 when it is none. */
    static int direction(double dx, double dy, long millis) {
        boolean swiped = Math.abs(dx) >= LEAST && millis <= LONGEST_MILLIS && Math.abs(dx) >= LEVEL * Math.abs(dy);
        return swiped ? dx < 0 ? 1 : -1 : 0;
    }
}
