// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.model;

import java.time.Duration;
import java.time.Instant;

/** When `soc.start` will be reached, or why nobody can say. */
public sealed interface Forecast {
    /**
     * @param at best estimate
     * @param error half width of the error bar
     */
    record Expected(Instant at, Duration error) implements Forecast {}

    record None(Message why) implements Forecast {}
}
