// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.control.forecast;

import java.time.Duration;
import java.time.Instant;
import org.pigenny.core.model.Forecast;
import org.pigenny.core.model.Message;

/** A forecast before it is rounded for people. */
public sealed interface Estimate {
    /** Share of the distance between two marks within which the old one stays. */
    double KEPT = 0.8;

    /** @param error half width of the error bar */
    record At(Instant at, Duration error) implements Estimate {}

    record Nothing(Message why) implements Estimate {}

    static Nothing nothing(String key) {
        return new Nothing(Message.of(key));
    }

    /**
     * Rounded to 5 minutes near and to half hours far away. What is shown stays while it is hardly wrong, so that it does not
     * flicker between two marks.
     *
     * @param before shown until now
     */
    static Forecast shown(Estimate estimate, Instant now, Forecast before) {
        return switch (estimate) {
            case Nothing nothing -> new Forecast.None(nothing.why());
            case At at -> {
                Duration ahead = Duration.between(now, at.at());
                long grid = ahead.compareTo(Duration.ofHours(2)) <= 0 ? 300 : 1800;
                Instant rounded = Instant.ofEpochSecond(round(at.at().getEpochSecond(), grid));
                Instant mark = before instanceof Forecast.Expected last && stays(last.at(), at.at(), grid)
                        ? last.at()
                        : rounded;
                yield new Forecast.Expected(mark,
                        Duration.ofSeconds(Math.max(grid / 2, round(at.error().toSeconds(), 300))));
            }
        };
    }

    private static boolean stays(Instant mark, Instant exact, long grid) {
        boolean onGrid = Math.floorMod(mark.getEpochSecond(), grid) == 0;
        return onGrid && Duration.between(mark, exact).abs().toSeconds() < KEPT * grid;
    }

    private static long round(long seconds, long grid) {
        return Math.floorDiv(seconds + grid / 2, grid) * grid;
    }
}
