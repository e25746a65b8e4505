// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.present;

import java.util.List;

import org.pigenny.core.model.AlarmReport;
import org.pigenny.core.model.LinkReport;
import org.pigenny.kiosk.control.LinkDot;
import org.pigenny.kiosk.control.Sentence;

/**
 * What the frame shows around every page.
 *
 * @param alarms not shelved
 * @param unseen those that nobody has acknowledged
 * @param stopNote what STOP will do; empty when there is nothing to stop
 */
public record FrameState(String clock, Sentence headline, boolean demo, List<LinkDot.State> links, int alarms,
        int unseen, String stopNote) {
    public static FrameState of(Now now) {
        List<AlarmReport> open = now.core()
                .control()
                .alarms()
                .stream()
                .filter(a -> a.state() != AlarmReport.State.SHELVED)
                .toList();
        int unseen = (int) open.stream().filter(a -> a.state() != AlarmReport.State.ACKNOWLEDGED).count();
        return new FrameState(now.clock(now.wall()), Headline.of(now), now.demo(),
                List.of(link(now, now.core().inverterLink()), link(now, now.core().relayLink()),
                        now.coreSilent() ? LinkDot.State.DOWN : LinkDot.State.UP),
                open.size(), unseen, Engine.mayBeTurning(now) ? KeyState.stopNote(now) : "");
    }

    private static LinkDot.State link(Now now, LinkReport link) {
        return switch (link.state()) {
            case STARTING -> LinkDot.State.STARTING;
            case DOWN -> LinkDot.State.DOWN;
            case UP -> now.coreSilent() ? LinkDot.State.STALE : LinkDot.State.UP;
        };
    }
}
