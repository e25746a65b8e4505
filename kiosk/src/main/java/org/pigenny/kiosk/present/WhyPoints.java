// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.present;

import java.util.List;
import org.pigenny.core.model.Why;
import org.pigenny.kiosk.control.PointList.Point;
import org.pigenny.kiosk.control.Tone;

/** The predicates of a decision as statements with marks. */
public final class WhyPoints {
    private WhyPoints() {}

    public static List<Point> of(Now now, Why why) {
        return why.points().stream().map(point -> point(now, point)).toList();
    }

    private static Point point(Now now, Why.Point point) {
        String text = now.words().say(point.text());
        return switch (point.standing()) {
            case HOLDS -> new Point("\u2713", text, Tone.GOOD);
            case WAITING -> new Point("\u2026", text, Tone.ACTIVE);
            case BLOCKS -> new Point("\u2715", text, Tone.WARN);
            case UNKNOWN -> new Point("?", text, Tone.WARN);
            case NOT_MET, OFF -> new Point("\u2013", text, Tone.CALM);
        };
    }
}
