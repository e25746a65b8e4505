// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.model.settings;

import java.time.Duration;

/**
 * One start-stop condition: `soc`, `load`, `current`, `voltage`, `inverter_temperature`.
 *
 * @param start and stop in the condition's unit: %, W, A, V or °C
 * @param quietStart and quietStop used in quiet hours; equal to start and stop where the table has none
 */
public record Condition(boolean enabled, double start, double stop, Duration startDelay, Duration stopDelay,
        double quietStart, double quietStop) {}
