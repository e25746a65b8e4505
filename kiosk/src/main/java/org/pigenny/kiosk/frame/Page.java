// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.frame;

import javafx.scene.Node;
import org.pigenny.kiosk.present.Now;

/** One page. It is shown something new once a second while it is open, and sleeps while it is not. */
public interface Page {
    Node node();

    void show(Now now);

    /** It is about to be seen. */
    default void opened() {}

    /** It is no longer seen. */
    default void closed() {}

    /** Some pages move something a few times a second; called only while the page is open. */
    default void step() {}

    /** Whether {@link #step} has anything to move. */
    default boolean moving() {
        return false;
    }
}
