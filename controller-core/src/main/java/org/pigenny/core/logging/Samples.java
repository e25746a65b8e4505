// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.logging;

import java.time.Instant;
import java.util.List;
import org.pigenny.core.api.CoreSnapshot;
import org.pigenny.core.logging.sample.SampleRow;
import org.pigenny.core.logging.sample.Sampler;
import org.pigenny.core.logging.store.WriteQueue;

/** The sampler between those who bring snapshots and the one who writes. */
final class Samples {
    private final WriteQueue queue;
    private final Sampler sampler = new Sampler();
    private long oldest = Long.MAX_VALUE;

    Samples(WriteQueue queue) {
        this.queue = queue;
    }

    synchronized void take(CoreSnapshot snapshot) {
        queue(sampler.take(snapshot));
    }

    synchronized void advance(long nanos, Instant wall) {
        queue(sampler.advance(nanos, wall));
    }

    private void queue(List<SampleRow> rows) {
        for (SampleRow row : rows) {
            oldest = Math.min(oldest, row.at());
            queue.add(row);
        }
    }

    /** Unix time of the oldest sample queued since the last call, s. */
    synchronized long takeOldest() {
        long was = oldest;
        oldest = Long.MAX_VALUE;
        return was;
    }

    /** Gives back what {@link #takeOldest} answered: it was of no use. */
    synchronized void giveBack(long value) {
        oldest = Math.min(oldest, value);
    }
}
