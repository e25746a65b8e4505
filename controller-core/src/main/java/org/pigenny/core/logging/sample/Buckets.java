// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.logging.sample;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.pigenny.core.api.History;

/** The buckets of a thinned series: weighted mean, least and greatest. */
final class Buckets {
    private final long from;
    private final long to;
    private final long width;
    private final double[] sum;
    private final long[] weight;
    private final double[] low;
    private final double[] high;

    /** @param points at most so many buckets; none is narrower than the finest rows */
    Buckets(long from, long to, int points) {
        if (points < 1) {
            throw new IllegalArgumentException("at least one point is needed, not " + points);
        }
        this.from = from;
        this.to = Math.max(from, to);
        this.width = Math.max(Level.TEN_SECONDS.seconds(), Math.ceilDiv(this.to - from, (long) points));
        int count = (int) Math.max(1, Math.ceilDiv(this.to - from, width));
        sum = new double[count];
        weight = new long[count];
        low = new double[count];
        high = new double[count];
    }

    long from() {
        return from;
    }

    long to() {
        return to;
    }

    long width() {
        return width;
    }

    void add(long at, Sample.Value value) {
        if (at >= from && at < to) {
            add((int) ((at - from) / width), value.last(), 1, value.low(), value.high());
        }
    }

    /** @param total sum of the values, each times its weight */
    void add(int bucket, double total, long weights, double least, double greatest) {
        low[bucket] = weight[bucket] == 0 ? least : Math.min(low[bucket], least);
        high[bucket] = weight[bucket] == 0 ? greatest : Math.max(high[bucket], greatest);
        sum[bucket] += total;
        weight[bucket] += weights;
    }

    List<History.Point> points() {
        List<History.Point> points = new ArrayList<>();
        for (int i = 0; i < sum.length; i++) {
            if (weight[i] > 0) {
                points.add(new History.Point(Instant.ofEpochSecond(from + i * width), sum[i] / weight[i], low[i],
                        high[i]));
            }
        }
        return points;
    }
}
