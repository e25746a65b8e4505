// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.frame;

import javafx.event.Event;
import javafx.event.EventType;

/** Asks for the page of the first steps, in place of the one that is open. Fired at a node of any page. */
public final class FirstSteps extends Event {
    public static final EventType<FirstSteps> WANTED = new EventType<>(Event.ANY, "FIRST_STEPS");
    private static final long serialVersionUID = 1;

    public FirstSteps() {
        super(WANTED);
    }
}
