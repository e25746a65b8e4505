// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.control;

import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;

/** Press feedback and taps for one region, made for gloves: a finger may slip a little before it lets go. */
public final class Press {
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

    /** A card, a tile or a line that leads somewhere. Unlike a key it is part of what a finger strokes over: only a still one opens. */
    public static void opens(Region target, Runnable action) {
        target.getStyleClass().add("door");
        double[] at = new double[2];
        target.addEventHandler(MouseEvent.MOUSE_PRESSED, event -> {
            at[0] = event.getSceneX();
            at[1] = event.getSceneY();
            show(target, true);
        });
        target.addEventHandler(MouseEvent.MOUSE_DRAGGED, event -> {
            if (Math.hypot(event.getSceneX() - at[0], event.getSceneY() - at[1]) > SLIP) {
                show(target, false);
            }
        });
        target.addEventHandler(MouseEvent.MOUSE_RELEASED, event -> {
            boolean meant = isDown(target);
            show(target, false);
            if (meant) {
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
