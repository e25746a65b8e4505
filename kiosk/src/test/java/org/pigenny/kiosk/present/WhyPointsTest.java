// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.present;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.pigenny.core.model.Message;
import org.pigenny.core.model.Why;
import org.pigenny.kiosk.control.PointList.Point;
import org.pigenny.kiosk.control.Tone;
import org.pigenny.kiosk.fake.House;
import org.pigenny.kiosk.fake.Houses;
import org.pigenny.kiosk.fake.Looks;

class WhyPointsTest {
    @Test
    void each_standing_has_a_mark_of_its_own_shape_and_only_two_that_mean_no_share_one() {
        House house = Houses.idleByDay();
        List<Why.Point> all = new ArrayList<>();
        for (Why.Standing standing : Why.Standing.values()) {
            all.add(new Why.Point(standing, Message.of(standing.name())));
        }
        house.points = all;
        List<Point> points = WhyPoints.of(Looks.at(house));
        assertEquals(all.size(), points.size());
        assertEquals(all.size() - 1, new HashSet<>(points.stream().map(Point::mark).toList()).size());
        assertTrue(points.stream().noneMatch(point -> point.tone() == Tone.CRIT), "red is for faults");
    }

    @Test
    void what_comes_next_stands_last() {
        Point last = WhyPoints.of(Looks.at(Houses.charging())).getLast();
        assertEquals(new Point("\u2192", "Stops by SOC at 80 %, expected 22:14 to 22:34.", Tone.ACTIVE), last);
    }

    @Test
    void a_silent_core_promises_nothing_and_says_of_when_its_sentence_is() {
        var silent = Looks.at(Houses.charging(), Duration.ofSeconds(5));
        assertTrue(WhyPoints.of(silent).stream().allMatch(point -> point.mark().equals("?")));
        assertEquals(2, WhyPoints.of(silent).size());
        assertTrue(WhyPoints.sentence(silent).startsWith("As of 21:14, not renewed since: Started 20:11"));
    }
}
