// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.control.condition;

import java.time.LocalTime;
import org.pigenny.core.model.PlantSnapshot;
import org.pigenny.core.model.settings.GeneratorSettings.QuietHours;

/** The local schedule of quiet hours: from inclusive, to exclusive, over midnight when from is later. */
public final class QuietTime {
    private QuietTime() {}

    public static boolean now(QuietHours hours, PlantSnapshot now) {
        if (!hours.enabled()) {
            return false;
        }
        LocalTime time = now.wall().atZone(now.zone()).toLocalTime();
        boolean afterFrom = !time.isBefore(hours.from());
        boolean beforeTo = time.isBefore(hours.to());
        return hours.from().isBefore(hours.to()) ? afterFrom && beforeTo : afterFrom || beforeTo;
    }
}
