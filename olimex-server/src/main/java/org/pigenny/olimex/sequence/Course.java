// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.olimex.sequence;

import java.util.ArrayList;
import java.util.List;
import org.pigenny.olimex.protocol.FaultCode;
import org.pigenny.olimex.protocol.Phase;
import org.pigenny.olimex.protocol.Relay;
import org.pigenny.olimex.protocol.StopReason;

/** Where the sequence is, and the few moves that everything else is made of. */
final class Course {
    final SequenceSettings settings;
    final Saved saved;
    final InputWatch inputs = new InputWatch();
    final Maintenance maintenance = new Maintenance();
    final Run run = new Run();
    final Starter starter;
    final Faults faults;
    private final List<SequenceEvent> events = new ArrayList<>();

    private Phase phase = Phase.UNKNOWN;
    private String why = "start of the server";
    private long since;
    /** That should be on now. */
    int relays;
    /** While blind: until when ignition is held for the cooldown that is owed. */
    long ignitionHeldUntil;
    boolean closing;

    Course(SequenceSettings settings, Saved saved) {
        this.settings = settings;
        this.saved = saved;
        starter = new Starter(settings.rest());
        faults = new Faults(saved.fault());
        run.restore(saved);
        relays = saved.relays() & (Relay.IGN.bit() | Relay.CHARGER.bit());
    }

    Phase phase() {
        return phase;
    }

    String why() {
        return why;
    }

    /** When the phase began. */
    long since() {
        return since;
    }

    /** The phase counts from then. */
    void countFrom(long began) {
        since = began;
    }

    /** Whether the time of the phase has passed. */
    boolean over(long now) {
        return now - since >= settings.lengthOf(phase).toNanos();
    }

    void enter(long now, Phase next, String because) {
        if (!Transitions.from(phase).contains(next)) {
            faults.put(FaultCode.INTERNAL, "No way from " + phase.word() + " to " + next.word());
            event(now, SequenceEvent.Kind.FAULT, faults.text());
            phase = Phase.FAULT;
            since = now;
            return;
        }
        event(now, SequenceEvent.Kind.PHASE, phase.word() + " -> " + next.word() + ": " + because);
        phase = next;
        why = because;
        since = now;
    }

    /** Ends any run: load off, cooldown if it is owed, off. */
    void stop(long now, StopReason reason) {
        maintenance.leave();
        run.stopReason = reason;
        run.preempt(inputs.last().raw());
        enter(now, run.loaded && phase.running() ? Phase.COOLDOWN : Phase.STOPPING, "stop: " + reason);
    }

    void failStart(long now, FaultCode code, String text) {
        run.fail(inputs.last().raw());
        run.stopReason = StopReason.FAILED_START;
        note(now, code, text);
        enter(now, Phase.STOPPING, text);
    }

    /** Lets everything go until a reset. The worse of two faults is kept. */
    void raise(long now, FaultCode code, String text) {
        boolean known = faults.is(code) && phase == Phase.FAULT;
        faults.putWorse(code, text);
        if (known) {
            return;
        }
        event(now, SequenceEvent.Kind.FAULT, code + ": " + text);
        run.fail(inputs.last().raw());
        if (code != FaultCode.I2C) {
            ignitionHeldUntil = 0;
        }
        maintenance.leave();
        if (phase != Phase.FAULT) {
            enter(now, Phase.FAULT, text);
        }
        run.settleStart();
        if (now >= ignitionHeldUntil) {
            run.stands(now);
        }
    }

    /** Tells of something that lets nothing go. */
    void note(long now, FaultCode code, String text) {
        if (!faults.latched() && !faults.is(code)) {
            faults.put(code, text);
            event(now, SequenceEvent.Kind.FAULT, code + ": " + text);
        }
    }

    boolean lockedOut() {
        return run.failedAttempts >= settings.maxStartAttempts();
    }

    void lockOutIfDue(long now) {
        if (phase == Phase.OFF && lockedOut()) {
            raise(now, FaultCode.LOCKED_OUT, "Locked out after " + run.failedAttempts + " failed starts");
        }
    }

    void event(long now, SequenceEvent.Kind kind, String text) {
        events.add(new SequenceEvent(now, kind, text));
    }

    /** What happened since the last call, oldest first. */
    List<SequenceEvent> drain() {
        List<SequenceEvent> drained = List.copyOf(events);
        events.clear();
        return drained;
    }
}
