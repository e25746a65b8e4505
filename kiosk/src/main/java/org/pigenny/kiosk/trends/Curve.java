// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.trends;

import java.util.List;
import java.util.OptionalInt;
import org.pigenny.core.api.History.Point;

/** One line of the chart as plain numbers: it is drawn anew with every movement of a finger. */
final class Curve {
    /** A step this many times as long as usual is a gap. */
    private static final double GAP = 2.5;

    private final long[] at;
    private final double[] mean;
    private final double[] low;
    private final double[] high;
    private final boolean[] afterGap;

    private Curve(int size) {
        at = new long[size];
        mean = new double[size];
        low = new double[size];
        high = new double[size];
        afterGap = new boolean[size];
    }

    /**
     * A step is a gap when it is long for the bucket and for the steps before it: old times are kept more coarsely than they may be
     * asked for.
     */
    static Curve of(List<Point> points, long bucketMillis) {
        Curve curve = new Curve(points.size());
        for (int i = 0; i < points.size(); i++) {
            Point point = points.get(i);
            curve.at[i] = point.at().toEpochMilli();
            curve.mean[i] = point.mean();
            curve.low[i] = point.min();
            curve.high[i] = point.max();
        }
        curve.findGaps(bucketMillis);
        return curve;
    }

    private void findGaps(long bucketMillis) {
        long usual = at.length > 2 ? step(2) : 0;
        for (int i = 0; i < at.length; i++) {
            afterGap[i] = i == 0 || step(i) > GAP * Math.max(bucketMillis, usual);
            usual = afterGap[i] ? usual : step(i);
        }
    }

    private long step(int i) {
        return at[i] - at[i - 1];
    }

    int size() {
        return at.length;
    }

    /** Unix time, ms. */
    long at(int i) {
        return at[i];
    }

    double mean(int i) {
        return mean[i];
    }

    double low(int i) {
        return low[i];
    }

    double high(int i) {
        return high[i];
    }

    /** Whether nothing is known of the time right before. */
    boolean afterGap(int i) {
        return afterGap[i];
    }

    double greatest() {
        double greatest = 0;
        for (double value : mean) {
            greatest = Math.max(greatest, value);
        }
        return greatest;
    }

    /** The point closest to a time, if it is close. */
    OptionalInt nearest(long millis, long within) {
        int best = -1;
        for (int i = 0; i < at.length; i++) {
            if (best < 0 || Math.abs(at[i] - millis) < Math.abs(at[best] - millis)) {
                best = i;
            }
        }
        return best < 0 || Math.abs(at[best] - millis) > within ? OptionalInt.empty() : OptionalInt.of(best);
    }
}
