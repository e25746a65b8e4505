// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.model.settings;

/** `[kiosk]`; theme is auto, day or night; language a tag such as en. */
public record KioskSettings(String theme, String language) {
    public static KioskSettings defaults() {
        return new KioskSettings("auto", "en");
    }
}
