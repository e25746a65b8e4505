// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.model.settings;

import java.time.ZoneId;

/** `[site]`; an empty time zone means the system's. */
public record SiteSettings(String name, String timeZone, String operationMode) {
    public static SiteSettings defaults() {
        return new SiteSettings("", "", "generator_autostart");
    }

    public ZoneId zone() {
        return timeZone.isEmpty() ? ZoneId.systemDefault() : ZoneId.of(timeZone);
    }
}
