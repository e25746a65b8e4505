// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.trends;

import java.util.List;
import java.util.Map;
import org.pigenny.core.api.History;
import org.pigenny.core.api.History.Point;
import org.pigenny.core.api.History.Run;

/**
 * What was fetched for the chart.
 *
 * @param span that it covers
 * @param bucketMillis length of a bucket; a longer step between two points is a gap
 */
record ChartData(Span span, long bucketMillis, Map<Line, List<Point>> lines, List<Run> runs) {
    private static final int LEAST_POINTS = 60;

    ChartData {
        lines = Map.copyOf(lines);
        runs = List.copyOf(runs);
    }

    /** Asks the history; takes a while. */
    static ChartData fetch(History history, Span span, int points) {
        int buckets = Math.max(LEAST_POINTS, points);
        Map<Line, List<Point>> lines = new java.util.EnumMap<>(Line.class);
        for (Line line : Line.values()) {
            lines.put(line, line == Line.CHARGER
                    ? history.chargerPower(span.from(), span.to(), buckets)
                    : history.series(line.quantity, span.from(), span.to(), buckets));
        }
        return new ChartData(span, span.length().toMillis() / buckets, lines, history.runs(span.from(), span.to()));
    }

    List<Point> points(Line line) {
        return lines.getOrDefault(line, List.of());
    }
}
