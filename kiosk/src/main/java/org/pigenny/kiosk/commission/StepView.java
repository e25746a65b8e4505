// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.commission;

import javafx.scene.Node;

/** One step of the walk on the screen. */
interface StepView {
    Node node();

    /** Once a second. */
    default void tick() {}

    /** Another step is opened, or the page is left. */
    default void left() {}
}
