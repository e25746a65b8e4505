// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.frame;

import java.util.Locale;

/** The pages, in the order of the rail. */
public enum PageId {
    HOME, GENERATOR, TRENDS, LOG, ALARMS, SETTINGS, DIAGNOSTICS;

    /** Its word in keys, icons and picture names. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
