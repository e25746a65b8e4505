// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.app.setup;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pigenny.core.api.Wiring;
import org.pigenny.core.device.relay.HandsOn;
import org.pigenny.core.model.Message;
import org.pigenny.core.model.Outcome;
import org.pigenny.core.model.settings.RelaySettings;
import org.pigenny.core.time.TimeSource;
import org.pigenny.olimex.protocol.Inputs;
import org.pigenny.olimex.protocol.StatusKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The wiring through the relay server's maintenance mode. One thread at a time. */
public final class RelayBench implements Wiring {
    /** Long enough to be heard and seen, shorter than the windows after which the server takes isolated wiring for a fault. */
    static final Duration PULSE = Duration.ofMillis(800);
    private static final Duration LOOK_EVERY = Duration.ofMillis(50);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration LET_GO = Duration.ofSeconds(3);
    private static final Logger LOG = LoggerFactory.getLogger(RelayBench.class);
    private static final String ENGINE_STANDS = "stopped";
    private static final String OFF = "off";
    private static final String NONE = "NONE";

    private final RelaySettings settings;
    private final TimeSource real;
    private final Runnable closed;
    private @Nullable HandsOn server;
    private volatile boolean closing;

    /** @param closed told once it is closed */
    RelayBench(RelaySettings settings, TimeSource real, Runnable closed) {
        this.settings = settings;
        this.real = real;
        this.closed = closed;
    }

    /** Takes the relays, or says why not. */
    synchronized Optional<Message> open() {
        try {
            connect();
            return Optional.empty();
        } catch (IOException e) {
            drop();
            return Optional.of(words(e));
        }
    }

    private HandsOn connect() throws IOException {
        HandsOn open = new HandsOn(settings, PATIENCE);
        server = open;
        Map<StatusKey, String> status = open.status();
        String phase = status.getOrDefault(StatusKey.PHASE, "unknown");
        if (!phase.equals(OFF) || !ENGINE_STANDS.equals(status.get(StatusKey.ENGINE))) {
            throw new Refusal(Message.of("setup.wiring.not_standing", phase));
        }
        if (!NONE.equals(status.getOrDefault(StatusKey.FAULT, NONE))) {
            throw new Refusal(Message.of("setup.wiring.fault", status.getOrDefault(StatusKey.FAULT_TEXT, "")));
        }
        open.maintenance(true);
        return open;
    }

    /** The connection there is, or a new one: the server ends one that was silent for long. Nothing is on in between. */
    private HandsOn alive() throws IOException {
        HandsOn open = server;
        if (open != null) {
            try {
                open.status();
                open.maintenance(true);
                return open;
            } catch (HandsOn.RefusedException e) {
                throw e;
            } catch (IOException e) {
                drop();
            }
        }
        return connect();
    }

    @Override
    public synchronized Outcome pulse(Relay relay) throws InterruptedException {
        return carryOut(() -> pulse(alive(), relay));
    }

    private Outcome pulse(HandsOn open, Relay relay) throws IOException, InterruptedException {
        int before = open.inputs().raw();
        int seen = 0;
        try {
            open.relays(relay.bit());
            if (!reads(open, relay.bit())) {
                return new Outcome.Refused(Message.of("setup.wiring.not_read_back", relay.name()));
            }
            long end = real.nanos() + PULSE.toNanos();
            while (real.nanos() - end < 0) {
                seen |= Math.max(0, open.inputs().raw());
                rest();
            }
        } finally {
            open.relays(0);
        }
        if (!reads(open, 0)) {
            return new Outcome.Refused(Message.of("setup.wiring.not_off", relay.name()));
        }
        int risen = seen & ~Math.max(0, before);
        return new Outcome.Accepted(risen == 0
                ? Message.of("setup.wiring.pulsed", relay.name(), relay.terminal())
                : Message.of("setup.wiring.pulsed_with", relay.name(), relay.terminal(), inputs(risen)));
    }

    private static boolean reads(HandsOn open, int bits) throws IOException {
        return org.pigenny.olimex.protocol.Relay
                .parse(open.status().getOrDefault(StatusKey.RELAYS, "")) == bits;
    }

    private static String inputs(int bits) {
        StringBuilder names = new StringBuilder();
        for (Input input : Input.values()) {
            if ((bits & input.bit()) != 0) {
                names.append(names.isEmpty() ? "" : ", ").append("IN").append(input.terminal());
            }
        }
        return names.toString();
    }

    @Override
    public synchronized Outcome watch(Input input, Duration atMost) throws InterruptedException {
        return carryOut(() -> watch(alive(), input, atMost));
    }

    private Outcome watch(HandsOn open, Input input, Duration atMost) throws IOException, InterruptedException {
        long end = real.nanos() + atMost.toNanos();
        int rest = settled(open.inputs());
        int risen = 0;
        while (risen == 0) {
            if (real.nanos() - end >= 0) {
                return new Outcome.Refused(Message.of("setup.wiring.no_change", input.terminal(), atMost));
            }
            rest();
            risen = settled(open.inputs()) & ~rest;
        }
        while ((settled(open.inputs()) & ~rest) != 0 && real.nanos() - end < 0) {
            risen |= settled(open.inputs()) & ~rest;
            rest();
        }
        boolean letGo = (settled(open.inputs()) & ~rest) == 0;
        clearFault(open);
        if (risen != input.bit()) {
            return new Outcome.Refused(Message.of("setup.wiring.other_input", inputs(risen), input.terminal()));
        }
        return letGo
                ? new Outcome.Accepted(Message.of("setup.wiring.input_seen", input.terminal()))
                : new Outcome.Refused(Message.of("setup.wiring.stays_on", input.terminal()));
    }

    private void rest() throws IOException, InterruptedException {
        if (closing) {
            throw new Refusal(Message.of("setup.wiring.left"));
        }
        real.sleep(LOOK_EVERY);
    }

    private static int settled(Inputs inputs) throws Refusal {
        if (!inputs.known()) {
            throw new Refusal(Message.of("setup.wiring.unreadable"));
        }
        return inputs.raw();
    }

    /** Somebody may still hold an input. */
    private void waitForRest(HandsOn open) throws IOException {
        long end = real.nanos() + LET_GO.toNanos();
        try {
            while (open.inputs().raw() != 0 && real.nanos() - end < 0) {
                real.sleep(LOOK_EVERY);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** An input operated by hand may rightly look like a welded starter or an engine that runs unasked. */
    private void clearFault(HandsOn open) throws IOException {
        if (!NONE.equals(open.status().getOrDefault(StatusKey.FAULT, NONE))) {
            try {
                open.reset();
            } catch (HandsOn.RefusedException e) {
                LOG.warn("The fault of the wiring check stays until its cause is gone: {}", e.getMessage());
            }
        }
    }

    private interface Work {
        Outcome get() throws IOException, InterruptedException;
    }

    private Outcome carryOut(Work work) throws InterruptedException {
        try {
            return work.get();
        } catch (IOException | IllegalArgumentException e) {
            drop();
            return new Outcome.Refused(e instanceof IOException io ? words(io) : words(new IOException(e)));
        } catch (InterruptedException e) {
            drop();
            throw e;
        }
    }

    private Message words(IOException e) {
        if (e instanceof Refusal refusal) {
            return refusal.words;
        }
        return e instanceof HandsOn.RefusedException
                ? Message.of("setup.wiring.refused", String.valueOf(e.getMessage()))
                : Message.of("setup.relay.unreachable", settings.host(), Integer.toString(settings.port()),
                        reason(e));
    }

    static String reason(IOException e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }

    /** The server sees its client leave and lets every relay go. */
    private synchronized void drop() {
        HandsOn open = server;
        server = null;
        if (open != null) {
            try {
                open.close();
            } catch (IOException e) {
                LOG.debug("The connection was gone already", e);
            }
        }
    }

    /** Whatever is under way ends at its next look. */
    @Override
    public void close() {
        closing = true;
        letGo();
    }

    private synchronized void letGo() {
        HandsOn open = server;
        if (open != null) {
            try {
                open.relays(0);
                waitForRest(open);
                clearFault(open);
                open.maintenance(false);
            } catch (IOException e) {
                LOG.debug("The relay server lets go by itself", e);
            }
        }
        drop();
        closed.run();
    }

    /** No, for a reason of ours. */
    private static final class Refusal extends IOException {
        private static final long serialVersionUID = 1;
        private final transient Message words;

        Refusal(Message words) {
            super(words.key());
            this.words = words;
        }
    }
}
