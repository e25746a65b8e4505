// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.fake;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.pigenny.core.api.Commissioning;
import org.pigenny.core.api.Wiring;
import org.pigenny.core.model.Message;
import org.pigenny.core.model.Origin;
import org.pigenny.core.model.Outcome;

/** First steps of which the first few are done, at a plant that is wired right. */
public final class FakeSteps implements Commissioning {
    private final Map<Step, Entry> steps = new EnumMap<>(Step.class);

    /** @param done how many from the first on */
    public FakeSteps(int done) {
        for (Step step : Step.values()) {
            if (step.number() <= done) {
                steps.put(step, new Entry(step == Step.PIN ? Standing.SKIPPED : Standing.DONE,
                        Optional.of(Instant.EPOCH), "screen", ""));
            }
        }
    }

    @Override
    public State state() {
        return new State(true, steps, Optional.empty(), "");
    }

    @Override
    public Search findInverter() {
        return new Search(List.of(new Found("/dev/ttySC1", 19_200, 1,
                Message.of("setup.ports.name", "LuxPower LXP", "FAAB-1416"))), List.of());
    }

    private static Outcome no() {
        return new Outcome.Refused(Message.of("setup.wiring.unreadable"));
    }

    @Override
    public Outcome lookAtRelayServer() {
        return no();
    }

    @Override
    public Bench openWiring(boolean isolated, Origin who) {
        return isolated ? new Bench.Ready(new Wires()) : new Bench.Refused(Message.of("setup.wiring.isolate_first"));
    }

    @Override
    public Outcome settle(Step step, Standing standing, String note, Origin who) {
        return no();
    }

    @Override
    public Outcome setPin(String digits, Origin who) {
        return no();
    }

    @Override
    public Outcome finish(Origin who) {
        return no();
    }

    private static final class Wires implements Wiring {
        @Override
        public Outcome pulse(Relay relay) {
            return new Outcome.Accepted(Message.of("setup.wiring.pulsed",
                    Message.of("setup.relay." + relay.name().toLowerCase(Locale.ROOT)), relay.terminal()));
        }

        @Override
        public Outcome watch(Input input, Duration atMost) {
            return new Outcome.Accepted(Message.of("setup.wiring.input_seen", input.terminal()));
        }

        @Override
        public void close() {}
    }
}
