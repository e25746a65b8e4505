// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.control;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.pigenny.core.control.condition.Conditions;
import org.pigenny.core.control.condition.Finding;
import org.pigenny.core.control.condition.StartCondition;
import org.pigenny.core.control.condition.Truth;
import org.pigenny.core.model.Message;
import org.pigenny.core.model.RunReason;
import org.pigenny.core.model.Why;
import org.pigenny.core.model.Why.Point;
import org.pigenny.core.model.Why.Standing;

/** Says why, from the very blocks and findings that decided. */
final class Explanation {
    private static final Map<RunReason, Point> OFF = Conditions.ALL.stream()
            .collect(Collectors.toUnmodifiableMap(StartCondition::reason,
                    condition -> new Point(Standing.OFF, Message.of("why.off", Words.reason(condition.reason())))));

    private Explanation() {}

    static Why of(Tick t, List<Block> blocks) {
        return new Why(Sentence.of(t, blocks), points(t, blocks));
    }

    private static List<Point> points(Tick t, List<Block> blocks) {
        List<Point> points = new ArrayList<>();
        blocks.forEach(block -> points.add(new Point(Standing.BLOCKS, block.text())));
        if (t.manual != null) {
            points.add(new Point(Standing.HOLDS, manual(t, t.manual)));
        }
        if (t.book.exercise().active()) {
            points.add(new Point(Standing.HOLDS, Message.of("why.exercise")));
        }
        for (StartCondition condition : Conditions.ALL) {
            Optional<Finding> finding = t.finding(condition.reason());
            points.add(finding.isPresent() ? point(finding.get(), t) : off(condition));
        }
        return points;
    }

    private static Point off(StartCondition condition) {
        return Objects.requireNonNull(OFF.get(condition.reason()));
    }

    static Message manual(Tick t, ManualRun manual) {
        return switch (manual.kind()) {
            case UNTIL_STOPPED -> Message.of("manual.until_stopped", manual.origin().name());
            case TIMED -> Message.of("manual.timed", manual.origin().name(),
                    t.wallAt(manual.until().orElse(t.nanos())));
            case UNTIL_AUTO -> Message.of("manual.until_auto", manual.origin().name());
        };
    }

    private static Point point(Finding finding, Tick t) {
        if (finding.startsBlind()) {
            return new Point(Standing.HOLDS, Message.of("why.blind_start", Words.reason(finding.reason())));
        }
        if (finding.latch().set() && !finding.keeps()) {
            return new Point(Standing.UNKNOWN, Message.of("why.blind_stop", Words.reason(finding.reason())));
        }
        if (!finding.known()) {
            // Only a run can be kept up by its latch: by itself a latch on unknown data starts nothing.
            return new Point(finding.latch().set() && t.run != null ? Standing.HOLDS : Standing.UNKNOWN,
                    Words.condition("unknown", finding));
        }
        return finding.latch().set() ? latched(finding, t) : open(finding);
    }

    private static Point latched(Finding finding, Tick t) {
        return new Point(Standing.HOLDS, finding.stopIn()
                .map(left -> Message.of("why.stop_waits", Words.condition("met_stop", finding), left))
                .orElse(Words.holds(finding, t)));
    }

    private static Point open(Finding finding) {
        Optional<Point> waiting = finding.startIn()
                .map(left -> new Point(Standing.WAITING,
                        Message.of("why.start_waits", Words.condition("met_start", finding), left)));
        if (waiting.isPresent()) {
            return waiting.get();
        }
        return finding.start() == Truth.YES || finding.urgent() == Truth.YES
                ? new Point(Standing.WAITING, Words.condition("met_start", finding))
                : new Point(Standing.NOT_MET,
                        Words.condition(finding.stop() == Truth.YES ? "not_met" : "between", finding));
    }
}
