// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.control.forecast;

import java.time.Duration;
import java.time.Instant;
import org.pigenny.core.model.Forecast;
import org.pigenny.core.model.Message;

/** A forecast before it is rounded for people. */
public sealed interface Estimate {
    /** @param error half width of the error bar */
    record At(Instant at, Duration error) implements Estimate {}

    record Nothing(Message why) implements Estimate {}

    static Nothing nothing(String key) {
        return new Nothing(Message.of(key));
    }

    /** Rounded to 5 minutes near and to half hours far away. */
    static Forecast shown(Estimate estimate, Instant now) {
        return switch (estimate) {
            case Nothing nothing -> new Forecast.None(nothing.why());
            case At at -> {
                Duration ahead = Duration.between(now, at.at());
                long grid = ahead.compareTo(Duration.ofHours(2)) <= 0 ? 300 : 1800;
                yield new Forecast.Expected(Instant.ofEpochSecond(round(at.at().getEpochSecond(), grid)),
                        Duration.ofSeconds(Math.max(grid / 2, round(at.error().toSeconds(), 300))));
            }
        };
    }

    private static long round(long seconds, long grid) {
        return Math.floorDiv(seconds + grid / 2, grid) * grid;
    }
}
