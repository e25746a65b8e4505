// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.app;

import java.time.LocalTime;
import org.pigenny.core.model.settings.KioskSettings;
import org.pigenny.kiosk.theme.Theme;

/** Which theme it is time for. */
final class DayAndNight {
    private static final LocalTime DAY_FROM = LocalTime.of(7, 0);
    private static final LocalTime NIGHT_FROM = LocalTime.of(20, 0);

    private DayAndNight() {}

    static Theme theme(KioskSettings settings, LocalTime clock) {
        return switch (settings.theme()) {
            case "day" -> Theme.DAY;
            case "night" -> Theme.NIGHT;
            default -> isNight(clock) ? Theme.NIGHT : Theme.DAY;
        };
    }

    static boolean isNight(LocalTime clock) {
        return clock.isBefore(DAY_FROM) || !clock.isBefore(NIGHT_FROM);
    }
}
