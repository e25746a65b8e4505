// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.model.settings;

import java.time.Duration;

/**
 * `[kiosk]`
 *
 * @param theme auto, day or night
 * @param language a tag such as en
 * @param brightness by day and brightnessNight by night, %
 * @param dimAfter without a touch
 * @param homeAfter without a touch, back to the home page
 * @param backlight folder of the backlight, such as /sys/class/backlight/10-0045; empty finds the first there is
 * @param sound whether an alarm that nobody has acknowledged is heard
 */
public record KioskSettings(String theme, String language, int brightness, int brightnessNight, Duration dimAfter,
        Duration homeAfter, String backlight, boolean sound) {
    public KioskSettings(String theme, String language) {
        this(theme, language, 100, 50, Duration.ofMinutes(3), Duration.ofSeconds(60), "", true);
    }

    public static KioskSettings defaults() {
        return new KioskSettings("auto", "en");
    }
}
