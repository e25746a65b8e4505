// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.device.profile;

import org.pigenny.core.model.Quantity;

/** What the value of a register is for. */
public sealed interface Feed {
    /** How several registers of one quantity make its value. */
    enum Way {
        ALONE, SUM, HIGHEST
    }

    record Of(Quantity quantity, Way way) implements Feed {}

    enum Flag implements Feed {
        STATE, FAULTS, WARNINGS
    }

    /** A typed role for the site's calculations, e.g. {@code solar_active_power} (site-controller.md 1.2). */
    record Role(String name) implements Feed {}
}
