// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.alarms;

import java.util.List;
import org.pigenny.kiosk.control.AlarmBanner.Alarm;

/** The alarms that are not normal now, worst first. */
record AlarmsPageState(List<Open> open) {
    /**
     * @param canAcknowledge nobody has acknowledged it yet
     * @param canShelve it is not shelved yet
     */
    record Open(Alarm alarm, boolean canAcknowledge, boolean canShelve) {}
}
