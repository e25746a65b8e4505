// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.app.setup;

import java.io.IOException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.pigenny.core.api.Commissioning.Entry;
import org.pigenny.core.api.Commissioning.Standing;
import org.pigenny.core.api.Commissioning.State;
import org.pigenny.core.api.Commissioning.Step;
import org.pigenny.core.model.Event;
import org.pigenny.core.model.EventSink;
import org.pigenny.core.model.Message;
import org.pigenny.core.model.Origin;
import org.pigenny.core.model.Outcome;
import org.pigenny.core.model.Severity;
import org.pigenny.core.model.StartsHeld;
import org.pigenny.core.state.Published;
import org.pigenny.core.state.SharedState;
import org.pigenny.core.time.TimeSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How far the commissioning is, on disk before it counts. It holds starts back while it was asked for and is not finished:
 * the settings ask for it on a new appliance, a wiring check on any (decision 0070).
 */
public final class CommissioningBook {
    public static final String KEY = "commissioning";
    private static final Logger LOG = LoggerFactory.getLogger(CommissioningBook.class);

    private final SharedState.Slot slot;
    private final TimeSource real;
    private final EventSink events;
    private final BooleanSupplier required;
    /** With `open` as it is in the file: whether a wiring check opened it. */
    private final Published<State> kept;

    /** @param required whether the settings ask for a commissioning */
    public CommissioningBook(SharedState durable, TimeSource real, EventSink events, BooleanSupplier required) {
        this.slot = durable.claim(KEY, KEY);
        this.real = real;
        this.events = events;
        this.required = required;
        kept = new Published<>(StateJson.read(durable.readFresh(KEY)));
        if (durable.damaged(KEY)) {
            LOG.error("[ERROR] The record of the commissioning was damaged: it counts as not done");
        }
    }

    public State state() {
        State now = kept.get();
        boolean open = now.finishedAt().isEmpty() && (now.open() || required.getAsBoolean());
        return new State(open, now.steps(), now.finishedAt(), now.finishedBy());
    }

    /** What it holds back now; never waits. */
    public Optional<StartsHeld> held() {
        State now = state();
        if (!now.open()) {
            return Optional.empty();
        }
        boolean wired = now.entry(Step.WIRING).standing() != Standing.OPEN;
        return Optional.of(wired ? StartsHeld.AUTOMATIC : StartsHeld.ALL);
    }

    /** Calls back after every change. */
    public void onChange(Runnable told) {
        kept.subscribe(next -> told.run());
    }

    public synchronized Outcome settle(Step step, Standing standing, String note, Origin who) {
        State now = kept.get();
        Map<Step, Entry> steps = new EnumMap<>(Step.class);
        steps.putAll(now.steps());
        steps.put(step, standing == Standing.OPEN
                ? Entry.OPEN
                : new Entry(standing, Optional.of(real.wall()), who.name(), note));
        Message name = Message.of("setup.step." + step.word());
        return keep(new State(now.open(), steps, now.finishedAt(), now.finishedBy()),
                Message.of("setup.settled." + standing.name().toLowerCase(java.util.Locale.ROOT), name), who);
    }

    /** A wiring check begins: nothing starts until the whole is finished anew. */
    public synchronized Outcome openForWiring(Origin who) {
        Map<Step, Entry> steps = new EnumMap<>(Step.class);
        steps.putAll(kept.get().steps());
        steps.remove(Step.WIRING);
        return keep(new State(true, steps, Optional.empty(), ""), Message.of("setup.wiring_begins"), who);
    }

    public synchronized Outcome finish(Origin who) {
        State now = kept.get();
        if (!now.left().isEmpty()) {
            return new Outcome.Refused(Message.of("setup.left", leftWords()));
        }
        Instant at = real.wall();
        return keep(new State(false, now.steps(), Optional.of(at), who.name()), Message.of("setup.finished"), who);
    }

    private String leftWords() {
        return kept.get().left().stream().map(Step::word).collect(Collectors.joining(", "));
    }

    private Outcome keep(State next, Message said, Origin who) {
        try {
            slot.write(StateJson.write(next, next.open()));
        } catch (IOException e) {
            LOG.error("[ERROR] The commissioning cannot be kept: {}", e.toString());
            return new Outcome.Refused(Message.of("setup.not_kept", String.valueOf(e.getMessage())));
        }
        kept.set(next);
        events.record(new Event(real.wall(), Event.Kind.OPERATOR, Severity.INFO, said, Optional.empty(), who));
        return new Outcome.Accepted(said);
    }
}
