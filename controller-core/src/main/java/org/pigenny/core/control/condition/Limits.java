// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.control.condition;

import java.time.Duration;
import org.pigenny.core.model.settings.Condition;

/**
 * The values in force now.
 *
 * @param start and stop in the unit of the condition
 * @param quiet whether the quiet values are in force
 */
public record Limits(double start, double stop, Duration startDelay, Duration stopDelay, boolean quiet) {
    static Limits of(Condition condition, boolean quiet) {
        return quiet
                ? new Limits(condition.quietStart(), condition.quietStop(), condition.startDelay(),
                        condition.stopDelay(), true)
                : new Limits(condition.start(), condition.stop(), condition.startDelay(), condition.stopDelay(), false);
    }
}
