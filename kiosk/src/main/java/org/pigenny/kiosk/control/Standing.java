// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.control;

import java.util.Locale;

/** How far a shown value may be trusted. */
public enum Standing {
    LIVE, STALE, ABSENT;

    /** The style class that makes it look so. */
    public String styleClass() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The less trustworthy of the two. */
    public Standing orWorse(Standing other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
