// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.control;

import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;

/** Press feedback and taps for one region, made for gloves: a finger may slip a little before it lets go. */
final class Press {
    private static final double SLIP = 24;

    private Press() {}

    static void taps(Region target, Runnable action) {
        target.addEventHandler(MouseEvent.MOUSE_PRESSED, event -> {
            Styles.flag(target, "pressed", true);
            event.consume();
        });
        target.addEventHandler(MouseEvent.MOUSE_DRAGGED, event -> {
            if (!near(target, event)) {
                Styles.flag(target, "pressed", false);
            }
            event.consume();
        });
        target.addEventHandler(Drag.GRABBED, event -> Styles.flag(target, "pressed", false));
        target.addEventHandler(MouseEvent.MOUSE_RELEASED, event -> {
            boolean meant = target.getStyleClass().contains("pressed");
            Styles.flag(target, "pressed", false);
            event.consume();
            if (meant && near(target, event)) {
                action.run();
            }
        });
    }

    static boolean near(Region target, MouseEvent event) {
        return event.getX() > -SLIP && event.getY() > -SLIP && event.getX() < target.getWidth() + SLIP
                && event.getY() < target.getHeight() + SLIP;
    }
}
