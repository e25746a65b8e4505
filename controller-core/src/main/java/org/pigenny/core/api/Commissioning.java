// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.api;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.pigenny.core.model.Message;
import org.pigenny.core.model.Origin;
import org.pigenny.core.model.Outcome;

/**
 * The walk from a blank card to a generator that may start by itself. The screen and `pigenny setup` are two faces of it. All
 * calls but {@link #state} may take a while: never from the screen's own thread.
 */
public interface Commissioning {
    /** The steps in their order. Each may be done again at any time. */
    enum Step {
        /** Finds the inverter on the serial ports. */
        PORTS,
        RELAY_SERVER,
        /** Each relay and each input in turn, the engine isolated. */
        WIRING,
        /** When the generator starts and stops. */
        THRESHOLDS,
        /** Of the installer. */
        PIN,
        TIME_ZONE;

        /** From 1. */
        public int number() {
            return List.of(values()).indexOf(this) + 1;
        }

        /** Its word in files, at the local socket and in answers files. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    enum Standing {
        OPEN, DONE, SKIPPED
    }

    /**
     * How far one step has come.
     *
     * @param at when it was settled; empty while it is open
     * @param by whom
     * @param note what came of it, in English, for the report
     */
    record Entry(Standing standing, Optional<Instant> at, String by, String note) {
        public static final Entry OPEN = new Entry(Standing.OPEN, Optional.empty(), "", "");
    }

    /**
     * How far the whole has come.
     *
     * @param open whether it holds starts back: asked for and not finished
     * @param steps all of them, in their order
     */
    record State(boolean open, Map<Step, Entry> steps, Optional<Instant> finishedAt, String finishedBy) {
        public State {
            steps = Map.copyOf(steps);
        }

        public Entry entry(Step step) {
            return steps.getOrDefault(step, Entry.OPEN);
        }

        /** Steps that are neither done nor skipped, in order. */
        public List<Step> left() {
            return Stream.of(Step.values()).filter(step -> entry(step).standing() == Standing.OPEN).toList();
        }

        /** Nothing was ever asked of it. */
        public static final State NONE = new State(false, Map.of(), Optional.empty(), "");
    }

    /**
     * An inverter that answered.
     *
     * @param slave address, 1 to 247
     * @param name type and firmware in words
     */
    record Found(String port, int baud, int slave, Message name) {}

    /** What the search heard, in the order of hearing, and what answered. */
    record Search(List<Found> found, List<Message> heard) {
        public Search {
            found = List.copyOf(found);
            heard = List.copyOf(heard);
        }
    }

    /** A way to the relays and inputs, or why there is none. */
    sealed interface Bench {
        record Ready(Wiring wiring) implements Bench {}

        record Refused(Message why) implements Bench {}
    }

    /** At once. */
    State state();

    /** Looks on every serial port; the running link to the inverter pauses meanwhile. Up to a minute a port. */
    Search findInverter() throws InterruptedException;

    /** Asks the relay server of the settings in force for its health. */
    Outcome lookAtRelayServer();

    /**
     * Takes the relays by hand. Holds all starts back until the whole is finished anew.
     *
     * @param isolated the person has said that the engine is isolated; refused without
     */
    Bench openWiring(boolean isolated, Origin who);

    /** Writes down what came of a step. */
    Outcome settle(Step step, Standing standing, String note, Origin who);

    /** Sets the installer's PIN, 4 to 8 digits. */
    Outcome setPin(String digits, Origin who);

    /** Ends the commissioning: from here on the generator may start by itself. Refused while a step is open. */
    Outcome finish(Origin who);
}
