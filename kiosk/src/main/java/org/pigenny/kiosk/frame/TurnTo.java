// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.frame;

import javafx.event.Event;
import javafx.event.EventType;

/** Asks for another page. Fired at a node of any page, or of the frame. */
public final class TurnTo extends Event {
    public static final EventType<TurnTo> WANTED = new EventType<>(Event.ANY, "TURN_TO");
    private static final long serialVersionUID = 1;

    private final PageId page;

    public TurnTo(PageId page) {
        super(WANTED);
        this.page = page;
    }

    public PageId page() {
        return page;
    }
}
