// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.pigenny.core.control.Scenario.given;
import static org.pigenny.core.model.GeneratorState.ERROR;
import static org.pigenny.core.model.GeneratorState.IDLE;
import static org.pigenny.core.model.GeneratorState.LOCKED_OUT;
import static org.pigenny.core.model.GeneratorState.RUNNING;
import static org.pigenny.core.model.GeneratorState.STARTING;
import static org.pigenny.core.model.GeneratorState.STOPPING;
import static org.pigenny.core.model.RunReason.MANUAL;
import static org.pigenny.core.model.RunReason.SOC;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pigenny.core.model.Message;

/** What survives a restart of the process. */
class MemoryTest {
    @Test
    void an_error_and_its_words_survive() {
        Scenario s = given().engine("no_fire").soc(39).until(ERROR);
        String before = s.why();
        s.engine("ok").restart().expect(ERROR);
        assertEquals(before, s.why());
    }

    @Test
    void lock_outs_survive() {
        given().serviceMode(true).expect(LOCKED_OUT).restart().expect(LOCKED_OUT).serviceMode(false).accepted();
        given().emergencyStop().expect(LOCKED_OUT).after("5s").restart().expect(LOCKED_OUT).reset().accepted();
    }

    @Test
    void a_hold_goes_on_counting() {
        given().soc(39)
                .until(RUNNING)
                .at("13:00")
                .stop()
                .until(IDLE)
                .at("13:10")
                .restart()
                .expect(IDLE)
                .says("until 13:30")
                .at("13:29")
                .expect(IDLE)
                .at("13:30")
                .expect(STARTING, SOC);
    }

    @Test
    void a_manual_run_goes_on_to_its_end() {
        given().at("13:00")
                .startFor("1h")
                .until(RUNNING)
                .restart()
                .expect(RUNNING, MANUAL)
                .at("13:59")
                .expect(RUNNING)
                .at("14:00")
                .expect(STOPPING);
    }

    @Test
    void a_run_taken_over_keeps_its_true_start_time_for_the_limit() {
        given("generator.max_run_s=3600").soc(39)
                .until(RUNNING)
                .after("50min")
                .restart()
                .expect(RUNNING, SOC)
                .after("7min")
                .expect(RUNNING)
                .after("3min")
                .expect(STOPPING)
                .alarm("G-109");
    }

    @Test
    void without_any_memory_a_running_engine_is_adopted_for_the_condition_that_is_not_met() {
        Scenario s = given().soc(39).until(RUNNING).soc(60).after("10min");
        s.plant.memory(Memory.fresh());
        s.after("1s").expect(RUNNING, SOC).says("Running: SOC 60 % has not reached 80 %.");
        Duration since = Duration.between(s.report().runStarted().orElseThrow(), s.plant.wall());
        assertEquals(10 * 60 + 84, (double) since.toSeconds(), 3);
        s.restart().says("Running: SOC 60 % has not reached 80 %.");
        s.soc(80).expect(STOPPING);
    }

    @Test
    void counters_and_what_was_learned_survive() {
        Scenario s = given().soc(39).until(RUNNING).after("1h").soc(80).until(IDLE);
        var before = s.report().upkeep().total();
        s.restart();
        assertEquals(before, s.report().upkeep().total());
        assertEquals(before, s.report().upkeep().today());
    }

    @Test
    void nothing_is_saved_before_the_first_tick_and_nothing_restored_from_nothing() {
        assertEquals(Map.of(), Memory.fresh().save());
        assertEquals(Memory.fresh(), Memory.restore(Map.of()));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void damaged_entries_count_as_fresh_and_never_throw(long seed) {
        Scenario s = given().engine("no_fire").soc(39).until(ERROR).stop().after("1s");
        Map<String, String> saved = new HashMap<>(s.plant.memory().save());
        Random random = new Random(seed);
        for (Map.Entry<String, String> entry : List.copyOf(saved.entrySet())) {
            String key = entry.getKey();
            String value = entry.getValue();
            int cut = random.nextInt(value.length() + 1);
            switch (random.nextInt(4)) {
                case 0 -> saved.put(key, value.substring(0, cut));
                case 1 -> saved.put(key, "\u0000" + value);
                case 2 -> saved.remove(key);
                default -> saved.put(key, "-" + random.nextInt());
            }
        }
        s.plant.memory(Memory.restore(saved));
        s.after("5s").report();
    }

    @Test
    void saving_what_was_restored_gives_the_same() {
        Scenario s = given().engine("no_fire").soc(39).until(ERROR).stop().after("5s");
        Map<String, String> saved = s.plant.memory().save();
        s.restart().report();
        Map<String, String> again = s.plant.memory().save();
        for (String key : List.of("error.code", "error.text", "error.at", "failures", "hold.stop", "counters.total",
                "alarm.G-102.text")) {
            assertEquals(saved.get(key), again.get(key), key);
        }
    }

    @Test
    void a_message_is_read_back_as_it_was_written() {
        Message message = Message.of("a.b", 1, 2.5, "x:y;z", Duration.ofMinutes(3), Instant.EPOCH,
                Message.of("nested", "ü", 7L));
        Optional<Message> read = MessageText.read(MessageText.write(message));
        assertEquals(MessageText.write(message), MessageText.write(read.orElseThrow()));
        assertTrue(MessageText.read("K5:ab").isEmpty());
    }
}
