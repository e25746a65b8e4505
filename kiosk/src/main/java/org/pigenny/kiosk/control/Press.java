// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.control;

import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;

/** Press feedback and taps for one region, made for gloves: a finger may slip a little before it lets go. */
final class Press {
    /** A state of the node and not a style class: the pulse only swaps prepared styles, and matches none anew. */
    static final PseudoClass DOWN = PseudoClass.getPseudoClass("down");
    private static final double SLIP = 24;

    private Press() {}

    static void taps(Region target, Runnable action) {
        target.addEventHandler(MouseEvent.MOUSE_PRESSED, event -> {
            show(target, true);
            event.consume();
        });
        target.addEventHandler(MouseEvent.MOUSE_DRAGGED, event -> {
            if (!near(target, event)) {
                show(target, false);
            }
            event.consume();
        });
        target.addEventHandler(Drag.GRABBED, event -> show(target, false));
        target.addEventHandler(MouseEvent.MOUSE_RELEASED, event -> {
            boolean meant = isDown(target);
            show(target, false);
            event.consume();
            if (meant && near(target, event)) {
                action.run();
            }
        });
    }

    static void show(Node target, boolean down) {
        target.pseudoClassStateChanged(DOWN, down);
    }

    static boolean isDown(Node target) {
        return target.getPseudoClassStates().contains(DOWN);
    }

    static boolean near(Region target, MouseEvent event) {
        return event.getX() > -SLIP && event.getY() > -SLIP && event.getX() < target.getWidth() + SLIP
                && event.getY() < target.getHeight() + SLIP;
    }
}
