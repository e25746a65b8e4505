// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.present;

import java.util.ArrayList;
import java.util.List;
import org.pigenny.core.model.ControlReport;
import org.pigenny.core.model.Message;
import org.pigenny.core.model.Why;
import org.pigenny.kiosk.control.PointList.Point;
import org.pigenny.kiosk.control.Tone;

/** Why the generator does what it does: one sentence, its predicates as statements with marks, and what comes next. */
public final class WhyPoints {
    private WhyPoints() {}

    /** A core that has fallen silent may have decided otherwise long ago: then it says of when the sentence is. */
    public static String sentence(Now now) {
        String why = now.words().say(now.core().control().why().sentence());
        return now.coreSilent() && !why.isEmpty()
                ? now.words().say(Message.of("ui.why.as_of", now.clock(now.core().wall()), why))
                : why;
    }

    public static List<Point> of(Now now) {
        ControlReport control = now.core().control();
        List<Point> points = new ArrayList<>(control.why().points().stream().map(point -> point(now, point)).toList());
        if (!now.coreSilent()) {
            control.next().ifPresent(next -> points.add(new Point("\u2192", now.words().say(next), Tone.ACTIVE)));
        }
        return points;
    }

    private static Point point(Now now, Why.Point point) {
        String text = now.words().say(point.text());
        if (now.coreSilent()) {
            return new Point("?", text, Tone.CALM);
        }
        return switch (point.standing()) {
            case HOLDS -> new Point("\u2713", text, Tone.GOOD);
            case WAITING -> new Point("\u2026", text, Tone.ACTIVE);
            case BLOCKS -> new Point("\u2715", text, Tone.WARN);
            case UNKNOWN -> new Point("?", text, Tone.WARN);
            case NOT_MET, OFF -> new Point("\u2013", text, Tone.CALM);
        };
    }
}
