// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.pigenny.core.model.GeneratorState.RUNNING;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.pigenny.core.model.Forecast;
import org.pigenny.core.model.Message;
import org.pigenny.core.model.Quantity;

/** Section 5 of generator-control.md: the forecast of the next start, at night and with sun. */
class ForecastTest {
    private static final double WH_PER_PCT = 192.2;
    private final Random whim = new Random(7);
    private final Set<Message> sentences = new HashSet<>();
    private double wh;
    private Instant reached = Instant.MAX;

    /** A house that takes about so much, minute by minute. */
    private void pass(Scenario scenario, Duration time, double load, double sun) {
        for (long minute = 0; minute < time.toMinutes(); minute++) {
            double net = load * (1 + 0.2 * whim.nextGaussian()) - sun;
            wh -= net / 60;
            double soc = Math.floor(wh / WH_PER_PCT);
            scenario.set(Quantity.DISCHARGE_POWER, Math.max(0, net))
                    .set(Quantity.CHARGE_POWER, Math.max(0, -net))
                    .set(Quantity.PV_POWER, sun)
                    .soc(soc)
                    .after("1min");
            sentences.add(scenario.report().why().sentence());
            if (soc < 40 && reached.equals(Instant.MAX)) {
                reached = scenario.plant.wall();
            }
        }
    }

    private Scenario night(double soc) {
        wh = (soc + 0.5) * WH_PER_PCT;
        return Scenario.on("2026-01-05").soc(soc).at("20:00");
    }

    private static Forecast.Expected expected(Scenario scenario) {
        Forecast forecast = scenario.report().forecast();
        assertTrue(forecast instanceof Forecast.Expected, forecast::toString);
        return (Forecast.Expected) forecast;
    }

    private static String none(Scenario scenario) {
        return scenario.report().forecast() instanceof Forecast.None none ? none.why().key() : "";
    }

    @Test
    void at_night_the_start_comes_within_the_error_bar() {
        Scenario scenario = night(55);
        pass(scenario, Duration.ofMinutes(70), 1000, 0);
        Forecast.Expected said = expected(scenario);
        pass(scenario, Duration.ofHours(4), 1000, 0);
        Duration error = Duration.between(said.at(), reached).abs();
        assertTrue(error.compareTo(said.error()) <= 0, () -> said + " but reached at " + reached);
    }

    @Test
    void it_is_shown_in_steps_of_five_minutes_near_and_of_half_hours_far_away() {
        Scenario far = night(75);
        pass(far, Duration.ofMinutes(90), 1000, 0);
        assertEquals(0, expected(far).at().getEpochSecond() % 1800);
        Scenario near = night(46);
        pass(near, Duration.ofMinutes(40), 1000, 0);
        assertEquals(0, expected(near).at().getEpochSecond() % 300);
    }

    @Test
    void the_sentence_does_not_flicker_with_the_forecast() {
        Scenario scenario = night(60);
        pass(scenario, Duration.ofHours(1), 1000, 0);
        sentences.clear();
        pass(scenario, Duration.ofHours(2), 1000, 0);
        // Twelve steps of the SOC are in it, and each has its own words.
        assertTrue(sentences.size() <= 24, sentences.size() + " sentences in two quiet hours");
    }

    @Test
    void there_is_none_while_the_sun_helps_or_will_on_the_way() {
        Scenario noon = Scenario.given().at("12:00");
        wh = 55 * WH_PER_PCT;
        pass(noon, Duration.ofMinutes(70), 1500, 700);
        assertEquals("forecast.sun", none(noon));
        Scenario morning = night(75);
        morning.at("04:00");
        pass(morning, Duration.ofMinutes(70), 1000, 0);
        assertEquals("forecast.sun_first", none(morning));
    }

    @Test
    void there_is_none_beyond_a_day_nor_for_next_to_nothing_nor_while_the_engine_runs() {
        Scenario little = night(80);
        pass(little, Duration.ofMinutes(90), 100, 0);
        assertEquals("forecast.sun", none(little));
        Scenario charged = night(45);
        pass(charged, Duration.ofMinutes(70), 1000, 0);
        charged.start().until(RUNNING).after("2min");
        assertEquals("forecast.charging", none(charged));
    }

    @Test
    void it_is_said_with_the_reason_for_not_starting() {
        Scenario scenario = night(50);
        pass(scenario, Duration.ofMinutes(70), 1000, 0);
        scenario.says("will fall below");
    }

    @Test
    void the_error_bar_learns_from_its_own_errors() {
        Scenario scenario = night(47);
        String before = scenario.plant.memory().save().getOrDefault("learned.errors", "");
        pass(scenario, Duration.ofMinutes(60), 1000, 0);
        pass(scenario, Duration.ofMinutes(60), 2500, 0);
        assertNotEquals(before, scenario.plant.memory().save().getOrDefault("learned.errors", ""));
    }
}
