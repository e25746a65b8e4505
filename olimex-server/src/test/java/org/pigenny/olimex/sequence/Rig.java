// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.olimex.sequence;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.pigenny.olimex.board.EngineBehaviour;
import org.pigenny.olimex.board.EngineModel;
import org.pigenny.olimex.protocol.Phase;
import org.pigenny.olimex.protocol.Relay;

/** A sequencer and a simulated engine on the same hand-moved time, with the timeline of what happened. */
final class Rig {
    static final long TICK = Duration.ofMillis(50).toNanos();

    final SequenceSettings settings;
    final EngineModel engine;
    final List<Moment> timeline = new ArrayList<>();
    Sequencer sequencer;
    long now;
    boolean renewing = true;
    private int relays;
    private Phase phase = Phase.UNKNOWN;

    /** Relays and phase from {@code nanos} on. */
    record Moment(long nanos, Phase phase, int relays) {
        @Override
        public String toString() {
            return String.format("%.2f %s %s", nanos / 1e9, phase.word(), Relay.names(relays));
        }
    }

    Rig() {
        this(SequenceSettings.defaults());
    }

    Rig(SequenceSettings settings) {
        this.settings = settings;
        engine = new EngineModel(Duration.ofSeconds(2), EngineBehaviour.OK);
        sequencer = new Sequencer(settings);
        tick();
        tick();
        timeline.clear();
    }

    void tick() {
        now += TICK;
        if (renewing) {
            sequencer.renew(now);
        }
        sequencer.tick(now, engine.inputs(now));
        apply();
    }

    /** Takes the relays over to the board and writes the timeline, as the owner of the board does after every call. */
    void apply() {
        if (!sequencer.deciding()) {
            engine.relays(now, sequencer.relays());
        }
        if (relays != engine.relays() || phase != sequencer.phase()) {
            relays = engine.relays();
            phase = sequencer.phase();
            timeline.add(new Moment(now, phase, relays));
        }
    }

    Rig start() {
        sequencer.start(now, true);
        apply();
        return this;
    }

    Rig pass(double seconds) {
        long until = now + (long) (seconds * 1e9);
        while (now < until) {
            tick();
        }
        return this;
    }

    Rig until(Phase wanted) {
        return until(wanted, 1000);
    }

    Rig until(Phase wanted, double atMostSeconds) {
        long until = now + (long) (atMostSeconds * 1e9);
        while (sequencer.phase() != wanted) {
            if (now > until) {
                throw new AssertionError("never came to " + wanted.word() + ": " + timeline);
            }
            tick();
        }
        return this;
    }

    /** The process dies; another one starts over the same board and the same saved state. */
    Rig restart() {
        sequencer = new Sequencer(settings, sequencer.saved());
        return this;
    }

    String now() {
        return sequencer.phase().word() + " " + Relay.names(engine.relays());
    }

    List<String> phases() {
        return timeline.stream().map(moment -> moment.phase().word() + " " + Relay.names(moment.relays())).toList();
    }
}
