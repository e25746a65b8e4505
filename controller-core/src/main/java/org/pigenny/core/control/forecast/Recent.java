// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.control.forecast;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pigenny.core.control.proof.Sample;

/**
 * The last two hours of net battery power, house load and sun, as sums.
 *
 * @param marks oldest first, a few minutes apart
 * @param now sums until the newest sample
 */
record Recent(List<Mark> marks, Mark now, Optional<Sample> last) {
    static final Recent EMPTY = new Recent(List.of(), new Mark(0, 0, 0), Optional.empty());
    private static final long MINUTE = 60_000_000_000L;
    private static final long APART = 5 * MINUTE;
    private static final long WANTED = 60 * MINUTE;
    private static final long LEAST = 25 * MINUTE;
    private static final long MOST = 120 * MINUTE;
    private static final long GAP = 61 * MINUTE;
    private static final double NANOS_PER_HOUR = 3.6e12;

    /** @param house what the house took, by the battery's balance, Wh */
    record Mark(long nanos, double house, double sun) {
        double net() {
            return house - sun;
        }
    }

    Recent next(Sample sample) {
        if (sample.net().isEmpty()) {
            return EMPTY;
        }
        if (last.isEmpty() || sample.nanos() - last.get().nanos() > GAP) {
            Mark first = new Mark(sample.nanos(), 0, 0);
            return new Recent(List.of(first), first, Optional.of(sample));
        }
        double hours = (sample.nanos() - last.get().nanos()) / NANOS_PER_HOUR;
        Mark sum = new Mark(sample.nanos(), now.house() + hours * (house(sample) + house(last.get())) / 2,
                now.sun() + hours * (sample.pv().orElse(0) + last.get().pv().orElse(0)) / 2);
        return new Recent(marked(sum), sum, Optional.of(sample));
    }

    /** The balance at the battery: what the house takes, conversion losses included. */
    static double house(Sample sample) {
        return sample.net().orElse(0) + sample.pv().orElse(0);
    }

    private List<Mark> marked(Mark sum) {
        if (!marks.isEmpty() && sum.nanos() - marks.getLast().nanos() < APART) {
            return marks;
        }
        List<Mark> kept = new ArrayList<>(marks);
        kept.add(sum);
        while (sum.nanos() - kept.getFirst().nanos() > MOST) {
            kept.removeFirst();
        }
        return List.copyOf(kept);
    }

    /** Means over about the last hour; empty without enough of it. */
    Optional<Means> means() {
        Mark best = null;
        for (Mark mark : marks) {
            long age = now.nanos() - mark.nanos();
            if (age >= LEAST && (best == null
                    || Math.abs(age - WANTED) < Math.abs(now.nanos() - best.nanos() - WANTED))) {
                best = mark;
            }
        }
        if (best == null) {
            return Optional.empty();
        }
        double hours = (now.nanos() - best.nanos()) / NANOS_PER_HOUR;
        return Optional.of(new Means((now.house() - best.house()) / hours, (now.sun() - best.sun()) / hours));
    }

    /** W */
    record Means(double house, double sun) {
        double net() {
            return house - sun;
        }
    }

}
