// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.device.relay;

import java.util.OptionalDouble;
import java.util.function.Consumer;
import org.pigenny.core.model.LinkReport;
import org.pigenny.core.model.Message;

/** Counts what goes over the link and tells its state. */
final class LinkBook {
    private static final double NANOS_PER_MILLI = 1e6;

    private final Consumer<LinkReport> links;
    private LinkReport.State state = LinkReport.State.STARTING;
    private Message detail = Message.of("link.starting");
    private long since;
    private long requests;
    private long answers;
    private long timeouts;
    private OptionalDouble roundTrip = OptionalDouble.empty();

    LinkBook(Consumer<LinkReport> links) {
        this.links = links;
    }

    void asked() {
        requests++;
    }

    void answered(long afterNanos) {
        answers++;
        roundTrip = OptionalDouble.of(afterNanos / NANOS_PER_MILLI);
    }

    void timedOut() {
        timeouts++;
    }

    /** Tells the state; true when it is another than before. */
    boolean tell(LinkReport.State next, Message words, long plantNanos) {
        boolean changed = next != state;
        if (changed) {
            state = next;
            since = plantNanos;
        }
        detail = words;
        publish();
        return changed;
    }

    void publish() {
        links.accept(new LinkReport(state, detail, since, requests, answers, timeouts, 0, roundTrip));
    }
}
