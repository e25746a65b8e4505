// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.trends;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.pigenny.core.api.History;
import org.pigenny.core.api.History.Run;

/**
 * What was fetched for the chart.
 *
 * @param span that it covers
 * @param bucketMillis length of a bucket
 */
record ChartData(Span span, long bucketMillis, Map<Line, Curve> lines, List<Run> runs) {
    private static final int LEAST_POINTS = 60;
    private static final long FINEST_MILLIS = 10_000;
    private static final Curve NOTHING = Curve.of(List.of(), FINEST_MILLIS);

    ChartData {
        lines = Map.copyOf(lines);
        runs = List.copyOf(runs);
    }

    /** Asks the history; takes a while. */
    static ChartData fetch(History history, Span span, int points) {
        int buckets = Math.max(LEAST_POINTS, points);
        long bucketMillis = Math.max(FINEST_MILLIS, span.length().toMillis() / buckets);
        Map<Line, Curve> lines = new EnumMap<>(Line.class);
        for (Line line : Line.values()) {
            List<History.Point> found = line == Line.CHARGER
                    ? history.chargerPower(span.from(), span.to(), buckets)
                    : history.series(line.quantity, span.from(), span.to(), buckets);
            lines.put(line, Curve.of(found, bucketMillis));
        }
        return new ChartData(span, bucketMillis, lines, history.runs(span.from(), span.to()));
    }

    Curve curve(Line line) {
        return lines.getOrDefault(line, NOTHING);
    }
}
