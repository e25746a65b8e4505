// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.control;

import java.util.Locale;

/** What a text or a shape means, before any colour. */
public enum Tone {
    CALM, ACTIVE, GOOD, WARN, CRIT;

    public String styleClass() {
        return "tone-" + name().toLowerCase(Locale.ROOT);
    }
}
