// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.pigenny.core.control.RandomHistory.Moment;
import org.pigenny.core.model.Command;
import org.pigenny.core.model.EngineCommand;
import org.pigenny.core.model.GeneratorState;
import org.pigenny.core.model.Origin;
import org.pigenny.core.model.Outcome;
import org.pigenny.core.model.Quantity;
import org.pigenny.core.model.RunReason;
import org.pigenny.core.model.StartsHeld;
import org.pigenny.core.model.Why.Standing;

/** Safe until the commissioning is finished. */
class CommissioningTest {
    private static final int TICKS = 3000;

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 8);
    }

    static LongStream manySeeds() {
        return LongStream.rangeClosed(200, 700);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void nothing_ever_starts_by_itself_before_it_is_finished(long seed) {
        watch(seed, TICKS);
    }

    @Tag("soak")
    @ParameterizedTest
    @MethodSource("manySeeds")
    void nothing_ever_starts_by_itself_for_long(long seed) {
        watch(seed, 5 * TICKS);
    }

    /** A third each: free, held for all, held for automatic starts; what runs when it is held ends by itself. */
    private static void watch(long seed, int ticks) {
        RandomHistory history = new RandomHistory(seed);
        for (int i = 0; i < ticks; i++) {
            Optional<StartsHeld> held = switch (i * 3 / ticks) {
                case 0 -> Optional.of(StartsHeld.ALL);
                case 1 -> Optional.of(StartsHeld.AUTOMATIC);
                default -> i % 500 < 100 ? Optional.empty() : Optional.of(StartsHeld.AUTOMATIC);
            };
            history.plant.startsHeld(held);
            Moment moment = history.next();
            boolean start = moment.step().actions().contains(EngineCommand.START);
            if (start && held.isPresent()) {
                assertEquals(StartsHeld.AUTOMATIC, held.get(), () -> "seed " + seed + ": " + moment.step().report());
                assertEquals(RunReason.MANUAL, moment.step().report().reason(),
                        () -> "seed " + seed + ": " + moment.step().report());
            }
        }
    }

    @Test
    void the_random_histories_do_start_by_themselves_when_nothing_is_held() {
        RandomHistory history = new RandomHistory(1);
        boolean started = false;
        for (int i = 0; i < TICKS; i++) {
            Moment moment = history.next();
            started |= moment.step().actions().contains(EngineCommand.START)
                    && moment.step().report().reason() != RunReason.MANUAL;
        }
        assertTrue(started);
    }

    private static RandomHistory hungry(StartsHeld held) {
        RandomHistory history = new RandomHistory(3);
        history.plant.startsHeld(Optional.of(held));
        history.plant.inputs().set(Quantity.SOC, 20);
        history.plant.tick();
        return history;
    }

    @Test
    void the_why_says_that_the_commissioning_holds_it_back() {
        Step step = hungry(StartsHeld.AUTOMATIC).plant.tick();
        assertEquals(GeneratorState.IDLE, step.report().state());
        assertEquals(List.of(), step.actions());
        assertTrue(step.report()
                .why()
                .points()
                .stream()
                .anyMatch(point -> point.standing() == Standing.BLOCKS
                        && point.text().key().equals("block.commissioning")),
                () -> step.report().why().toString());
    }

    @Test
    void before_the_wiring_was_checked_a_person_may_not_start_either() {
        RandomHistory history = hungry(StartsHeld.ALL);
        history.plant.ask(new Command.StartUntilStopped(), new Origin("somebody"));
        Step step = history.plant.tick();
        Outcome.Refused refused = assertInstanceOf(Outcome.Refused.class, step.answers().getFirst());
        assertTrue(refused.why().toString().contains("block.wiring_unchecked"), refused::toString);
        assertInstanceOf(Outcome.Refused.class, step.report().startPermit());
    }

    @Test
    void after_the_wiring_check_a_person_may_start_for_a_test_and_the_end_of_it_is_the_end() {
        RandomHistory history = hungry(StartsHeld.AUTOMATIC);
        history.plant.ask(new Command.StartUntilStopped(), new Origin("somebody"));
        Step step = history.plant.tick();
        assertInstanceOf(Outcome.Accepted.class, step.answers().getFirst());
        assertEquals(List.of(EngineCommand.START), step.actions());
    }
}
