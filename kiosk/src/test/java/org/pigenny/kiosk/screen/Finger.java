// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.screen;

import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.input.MouseButton;
import javafx.scene.robot.Robot;
import org.testfx.util.WaitForAsyncUtils;

/** The one pointer of a touch screen, without a way between two places: a finger is here, then there. */
final class Finger {
    private Finger() {}

    static void press(Node node) throws Exception {
        press(middle(node));
    }

    static void press(Point2D at) throws Exception {
        on(() -> {
            Robot robot = new Robot();
            robot.mouseMove(at);
            robot.mousePress(MouseButton.PRIMARY);
            return at;
        });
    }

    /** Drags to a place while it is down. */
    static void drag(Point2D to) throws Exception {
        on(() -> {
            new Robot().mouseMove(to);
            return to;
        });
    }

    static void release() throws Exception {
        on(() -> {
            new Robot().mouseRelease(MouseButton.PRIMARY);
            return true;
        });
    }

    static Point2D middle(Node node) throws Exception {
        return on(() -> {
            // On a busy machine the next pulse may be far away, and the node not yet where it will be.
            node.getScene().getRoot().applyCss();
            node.getScene().getRoot().layout();
            Bounds at = node.localToScreen(node.getLayoutBounds());
            return new Point2D(at.getCenterX(), at.getCenterY());
        });
    }

    /** On the screen's thread, and until the events that it caused have been handled. */
    private static <T> T on(Callable<T> work) throws Exception {
        T found = WaitForAsyncUtils.asyncFx(work).get(20, TimeUnit.SECONDS);
        WaitForAsyncUtils.asyncFx(() -> found).get(20, TimeUnit.SECONDS);
        return found;
    }
}
