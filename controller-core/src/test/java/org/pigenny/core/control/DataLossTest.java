// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.control;

import static org.pigenny.core.control.Scenario.given;
import static org.pigenny.core.model.GeneratorState.IDLE;
import static org.pigenny.core.model.GeneratorState.RUNNING;
import static org.pigenny.core.model.GeneratorState.STARTING;
import static org.pigenny.core.model.GeneratorState.STOPPING;
import static org.pigenny.core.model.RunReason.DATA_LOSS;
import static org.pigenny.core.model.RunReason.LOAD;
import static org.pigenny.core.model.RunReason.MANUAL;
import static org.pigenny.core.model.RunReason.SOC;

import org.junit.jupiter.api.Test;
import org.pigenny.core.model.Quantity;
import org.pigenny.core.model.Why;

/** Section 2 of generator-control.md: loss of data, per condition. */
class DataLossTest {

    @Test
    void after_its_time_a_lost_quantity_stops_the_run_through_the_cooldown() {
        given().soc(39)
                .until(RUNNING)
                .inverterSilent(true)
                .after("299s")
                .expect(RUNNING, SOC)
                .after("1s")
                .expect(STOPPING)
                .relays("IGN")
                .until(IDLE);
    }

    @Test
    void lost_data_start_the_engine_only_when_the_policy_says_so() {
        given("generator.data_loss.policy=start").inverterSilent(true)
                .after("299s")
                .expect(IDLE)
                .after("1s")
                .expect(STARTING, DATA_LOSS)
                .until(RUNNING);
        given("generator.data_loss.policy=stop").inverterSilent(true).after("1h").expect(IDLE);
        given("generator.data_loss.policy=keep").inverterSilent(true).after("1h").expect(IDLE);
    }

    @Test
    void the_policy_keep_goes_on_until_the_run_limit() {
        given("generator.data_loss.policy=keep", "generator.max_run_s=3600").soc(39)
                .until(RUNNING)
                .inverterSilent(true)
                .after("50min")
                .expect(RUNNING, SOC)
                .after("10min")
                .expect(STOPPING);
    }

    @Test
    void data_that_return_end_the_policy() {
        given("generator.data_loss.policy=start").inverterSilent(true)
                .until(RUNNING)
                .inverterSilent(false)
                .soc(60)
                .expect(STOPPING);
        given().soc(39)
                .until(RUNNING)
                .inverterSilent(true)
                .after("300s")
                .expect(STOPPING)
                .after("60s")
                .inverterSilent(false)
                .soc(50)
                .after("2s")
                .expect(RUNNING, SOC);
    }

    @Test
    void a_start_value_that_was_met_during_a_block_and_is_unknown_after_it_starts_nothing_and_is_not_said_to_hold() {
        given().serviceMode(true)
                .soc(30)
                .after("1min")
                .unknown(Quantity.SOC)
                .serviceMode(false)
                .expect(IDLE)
                .check(report -> report.why()
                        .points()
                        .stream()
                        .noneMatch(point -> point.standing() == Why.Standing.HOLDS))
                .soc(30)
                .expect(STARTING);
    }

    @Test
    void the_loss_is_judged_for_each_condition_by_itself() {
        given("generator.load.enabled=true").soc(39)
                .set(Quantity.LOAD_POWER, 7000)
                .until(RUNNING)
                .after("60s")
                .unknown(Quantity.SOC)
                .after("301s")
                .expect(RUNNING, LOAD);
        given("generator.load.enabled=true").soc(39)
                .set(Quantity.LOAD_POWER, 500)
                .until(RUNNING)
                .unknown(Quantity.LOAD_POWER)
                .after("10min")
                .expect(RUNNING, SOC);
    }

    @Test
    void a_silent_inverter_is_no_safe_mode_and_blocks_no_start() {
        given().inverterSilent(true)
                .after("20min")
                .expect(IDLE)
                .noAlarm("C-506")
                .alarm("I-301")
                .start()
                .accepted()
                .until(RUNNING)
                .expect(RUNNING, MANUAL);
    }

    @Test
    void lost_data_do_not_end_a_run_by_hand() {
        given().start().until(RUNNING).inverterSilent(true).after("1h").expect(RUNNING, MANUAL).alarm("I-301");
    }

    @Test
    void a_silent_inverter_is_told_and_cleared() {
        given().inverterSilent(true)
                .after("59s")
                .noAlarm("I-301")
                .after("2s")
                .alarm("I-301")
                .inverterSilent(false)
                .noAlarm("I-301");
    }
}
