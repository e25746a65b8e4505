// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.device.modbus;

import java.util.Optional;
import java.util.OptionalDouble;
import org.pigenny.core.model.Event;
import org.pigenny.core.model.EventSink;
import org.pigenny.core.model.LinkReport;
import org.pigenny.core.model.LinkReport.State;
import org.pigenny.core.model.Message;
import org.pigenny.core.model.Origin;
import org.pigenny.core.model.Severity;
import org.pigenny.core.time.TimeSource;

/** Keeps the counts and the state of one device's link, and says once when the state changes. For one thread. */
public final class LinkKeeper {
    private static final double NANOS_PER_MILLI = 1e6;

    private final TimeSource plant;
    private final EventSink events;
    private final Event.Kind kind;
    private State state = State.STARTING;
    private Message detail = Message.of("link.starting");
    private long since;
    private long requests;
    private long answers;
    private long timeouts;
    private long crcErrors;
    private long strayBytes;
    private long echoes;
    private long foreignFrames;
    private long rejectedValues;
    private OptionalDouble roundTripMillis = OptionalDouble.empty();

    public LinkKeeper(TimeSource plant, EventSink events) {
        this(plant, events, Event.Kind.INVERTER);
    }

    /** @param kind what its events are about */
    public LinkKeeper(TimeSource plant, EventSink events, Event.Kind kind) {
        this.kind = kind;
        this.plant = plant;
        this.events = events;
        this.since = plant.nanos();
    }

    public void count(Exchange exchange) {
        if (exchange.answer() instanceof Answer.NoLine) {
            return;
        }
        requests++;
        crcErrors += exchange.noise().crcErrors();
        strayBytes += exchange.noise().strayBytes();
        echoes += exchange.noise().echoes();
        foreignFrames += exchange.noise().foreignFrames();
        if (answered(exchange.answer())) {
            answers++;
            roundTripMillis = OptionalDouble.of(exchange.roundTrip().toNanos() / NANOS_PER_MILLI);
        } else {
            timeouts++;
        }
    }

    /**
     * A value came in a whole frame and is not believed.
     *
     * @return how many there were by now
     */
    public long rejected() {
        rejectedValues++;
        return rejectedValues;
    }

    /** An exception is an answer too: somebody is there. */
    public static boolean answered(Answer answer) {
        return switch (answer) {
            case Answer.Words ignored -> true;
            case Answer.Written ignored -> true;
            case Answer.Refused ignored -> true;
            case Answer.Silence ignored -> false;
            case Answer.Garbled ignored -> false;
            case Answer.NoLine ignored -> false;
        };
    }

    /** Says an event when the state is another than before, or when it is down for another reason. */
    public void set(State next, Message words) {
        if (next == state && words.equals(detail)) {
            return;
        }
        if (next != state) {
            since = plant.nanos();
        }
        boolean silent = state == State.UP && next == State.UP;
        state = next;
        detail = words;
        if (!silent) {
            say(next == State.UP ? Severity.INFO : Severity.WARNING, words);
        }
    }

    public void say(Severity severity, Message words) {
        events.record(new Event(plant.wall(), kind, severity, words, Optional.empty(),
                Origin.CORE));
    }

    public State state() {
        return state;
    }

    public LinkReport report() {
        return new LinkReport(state, detail, since, requests, answers, timeouts, crcErrors, roundTripMillis,
                new LinkReport.Dropped(strayBytes, echoes, foreignFrames, rejectedValues));
    }
}
