// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.trends;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.pigenny.core.api.History.Point;

class CurveTest {
    private static Curve at(long bucketSeconds, long... seconds) {
        return Curve.of(LongStream.of(seconds).mapToObj(CurveTest::point).toList(), bucketSeconds * 1000);
    }

    private static Point point(long second) {
        return new Point(Instant.ofEpochSecond(second), second, second - 1, second + 1);
    }

    private static List<Integer> gaps(Curve curve) {
        return IntStream.range(0, curve.size()).filter(curve::afterGap).boxed().toList();
    }

    @Test
    void a_hole_in_even_steps_is_a_gap() {
        assertEquals(List.of(0, 3), gaps(at(60, 0, 60, 120, 3600, 3660, 3720)));
    }

    @Test
    void one_missing_bucket_is_none() {
        assertEquals(List.of(0), gaps(at(60, 0, 60, 180, 240)));
    }

    @Test
    void old_times_kept_more_coarsely_than_asked_for_are_one_line() {
        assertEquals(List.of(0), gaps(at(10, 0, 900, 1800, 2700)));
    }

    @Test
    void a_coarse_past_goes_on_into_a_fine_present() {
        List<Point> points = new ArrayList<>();
        LongStream.of(0, 900, 1800, 2700, 2710, 2720, 2730, 9000, 9010).forEach(second -> points.add(point(second)));
        assertEquals(List.of(0, 7), gaps(Curve.of(points, 10_000)));
    }

    @Test
    void a_point_alone_between_two_holes_has_a_gap_on_either_side() {
        assertEquals(List.of(0, 3, 4), gaps(at(60, 0, 60, 120, 5000, 9000, 9060)));
    }

    @Test
    void the_nearest_point_is_found_when_it_is_near() {
        Curve curve = at(60, 0, 60, 120);
        assertEquals(OptionalInt.of(1), curve.nearest(70_000, 60_000));
        assertEquals(OptionalInt.empty(), curve.nearest(900_000, 60_000));
    }
}
