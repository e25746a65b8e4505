// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.olimex.sequence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.pigenny.olimex.board.EngineBehaviour;
import org.pigenny.olimex.board.EngineModel;
import org.pigenny.olimex.protocol.Phase;
import org.pigenny.olimex.protocol.StopReason;

/** Random commands, faults, restarts and times from fixed seeds; the invariants are checked at every instant. */
class RandomRunsTest {
    private static final int SHARE = 400;
    private static final int ALL = 10_000;
    private static final int TICKS = 4_000;

    @Test
    void theInvariantsHoldWhateverHappens() {
        Set<Phase> reached = EnumSet.noneOf(Phase.class);
        for (int seed = 0; seed < SHARE; seed++) {
            new Chaos(seed, reached::add).run();
        }
        assertEquals(EnumSet.complementOf(EnumSet.of(Phase.PREHEAT)), reached, "chaos goes everywhere");
    }

    @Test
    @Tag("soak")
    void theInvariantsHoldWhateverHappensForLong() {
        for (int seed = SHARE; seed < ALL; seed++) {
            new Chaos(seed, phase -> {}).run();
        }
    }

    private static final class Chaos {
        private static final SequenceSettings SHORT = SequenceSettings.defaults()
                .with(Map.of(
                        "crank_s", Duration.ofSeconds(4), "rest_s", Duration.ofSeconds(6), "verify_s",
                        Duration.ofSeconds(1),
                        "warmup_s", Duration.ofSeconds(6), "stabilise_s", Duration.ofSeconds(2), "cooldown_s",
                        Duration.ofSeconds(8), "stop_timeout_s", Duration.ofSeconds(5), "charger_lease_s",
                        Duration.ofSeconds(9), "client_lease_s", Duration.ofSeconds(15), "max_run_s",
                        Duration.ofSeconds(60)));

        private final int seed;
        private final Consumer<Phase> reached;
        private final Random random;
        private final SequenceSettings settings;
        private final EngineModel engine;
        private final Invariants invariants;
        private final List<String> story = new ArrayList<>();
        private Sequencer sequencer;
        private Saved stale = Saved.NONE;
        private boolean renewing = true;
        private long now = 1;

        Chaos(int seed, Consumer<Phase> reached) {
            this.reached = reached;
            this.seed = seed;
            random = new Random(seed);
            settings = random.nextInt(5) == 0
                    ? SequenceSettings.defaults()
                            .with(Map.of("rest_s", Duration.ZERO, "warmup_s",
                                    Duration.ofSeconds(random.nextInt(5))))
                    : SHORT.with(1 + random.nextInt(4), Preheat.NONE);
            engine = new EngineModel(Duration.ofMillis(random.nextInt(8000)), EngineBehaviour.OK);
            sequencer = new Sequencer(settings);
            invariants = new Invariants(settings);
        }

        void run() {
            try {
                for (int tick = 0; tick < TICKS; tick++) {
                    now += Duration.ofMillis(20 + random.nextInt(45)).toNanos();
                    if (random.nextInt(20) == 0) {
                        something();
                        settle();
                    }
                    if (renewing) {
                        sequencer.renew(now);
                    }
                    if (random.nextInt(10) == 0) {
                        stale = sequencer.saved();
                    }
                    sequencer.tick(now, engine.inputs(now));
                    settle();
                }
            } catch (AssertionError | RuntimeException e) {
                int from = Math.max(0, story.size() - 60);
                throw new AssertionError("seed " + seed + ": " + e + "\n"
                        + String.join("\n", story.subList(from, story.size())), e);
            }
        }

        private void settle() {
            reached.accept(sequencer.phase());
            if (!sequencer.deciding()) {
                engine.relays(now, sequencer.relays());
            }
            sequencer.drain()
                    .forEach(event -> story
                            .add(String.format("%.3f %s %s", event.nanos() / 1e9, event.kind(), event.text())));
            invariants.look(now, engine, sequencer, sequencer.report(now).maintenance());
        }

        private void something() {
            int what = random.nextInt(100);
            if (what < 30) {
                sequencer.start(now, random.nextInt(4) != 0);
            } else if (what < 42) {
                sequencer.stop(now, StopReason.COMMAND);
            } else if (what < 44) {
                sequencer.emergencyStop(now);
                invariants.emergencyStopped();
                story.add("emergency stop");
            } else if (what < 58) {
                if (sequencer.reset(now).isEmpty()) {
                    invariants.wasReset();
                }
            } else if (what < 74) {
                EngineBehaviour[] all = EngineBehaviour.values();
                EngineBehaviour next = random.nextInt(3) != 0 ? EngineBehaviour.OK : all[random.nextInt(all.length)];
                engine.behave(now, next);
                story.add("engine " + next.word());
            } else if (what < 78) {
                restart();
            } else if (what < 84) {
                sequencer.maintenance(now, random.nextBoolean());
            } else if (what < 94) {
                sequencer.relay(now, random.nextInt(16));
            } else if (what < 97) {
                renewing = !renewing;
            } else {
                sequencer.cycleCharger(now);
            }
        }

        /** Killed, away for a while, and back with what was saved last, or what was saved a little earlier, or nothing. */
        private void restart() {
            Saved saved = sequencer.saved();
            int luck = random.nextInt(10);
            boolean latched = saved.fault().isPresent();
            now += Duration.ofMillis(random.nextInt(3000)).toNanos();
            Saved found = luck == 0 && !latched ? Saved.NONE : luck < 4 && !latched ? stale : saved;
            story.add("restart with " + found);
            sequencer = new Sequencer(settings, found);
            invariants.restarted(now, engine);
        }
    }
}
