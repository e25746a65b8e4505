// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.control;

import static org.pigenny.core.control.Scenario.given;
import static org.pigenny.core.model.GeneratorState.IDLE;
import static org.pigenny.core.model.GeneratorState.LOCKED_OUT;
import static org.pigenny.core.model.GeneratorState.RUNNING;
import static org.pigenny.core.model.GeneratorState.STARTING;
import static org.pigenny.core.model.GeneratorState.STOPPING;
import static org.pigenny.core.model.RunReason.LOAD;
import static org.pigenny.core.model.RunReason.MANUAL;
import static org.pigenny.core.model.RunReason.SOC;

import org.junit.jupiter.api.Test;
import org.pigenny.core.model.Quantity;

/** Section 2 of generator-control.md: the order of authority, and how one reason follows another. */
class AuthorityTest {

    private static final String LOAD_ON = "generator.load.enabled=true";

    @Test
    void an_emergency_stop_rules_over_everything() {
        given().soc(39).start().until(RUNNING).emergencyStop().start().refused("stop was asked").expect(LOCKED_OUT);
    }

    @Test
    void a_stop_wins_over_a_start_of_the_same_moment_whatever_came_first() {
        given().start().stop().expect(IDLE).after("10min").expect(IDLE);
        given().stop().start().expect(IDLE).after("10min").expect(IDLE);
    }

    @Test
    void a_manual_start_rules_over_the_conditions() {
        given().soc(39)
                .until(RUNNING)
                .expect(RUNNING, SOC)
                .start()
                .expect(RUNNING, MANUAL)
                .soc(90)
                .after("10min")
                .expect(RUNNING, MANUAL);
    }

    @Test
    void a_manual_start_rules_over_external_ac() {
        given("generator.external_ac.stop_when_present=true").externalAc(true)
                .start()
                .until(RUNNING)
                .after("10min")
                .expect(RUNNING, MANUAL);
    }

    @Test
    void when_the_reason_clears_the_next_one_that_holds_takes_over_and_is_shown() {
        given(LOAD_ON).set(Quantity.LOAD_POWER, 6500)
                .soc(39)
                .until(RUNNING)
                .after("60s")
                .expect(RUNNING, SOC)
                .soc(80)
                .expect(RUNNING, LOAD)
                .set(Quantity.LOAD_POWER, 1900)
                .after("61s")
                .expect(STOPPING, LOAD);
    }

    @Test
    void a_reason_of_higher_authority_takes_the_run_over() {
        given(LOAD_ON).set(Quantity.LOAD_POWER, 6500)
                .until(RUNNING)
                .expect(RUNNING, LOAD)
                .soc(39)
                .expect(RUNNING, SOC);
    }

    @Test
    void with_external_ac_the_latches_are_held_reset_so_the_band_does_not_restart() {
        given("generator.external_ac.stop_when_present=true").soc(39)
                .until(RUNNING)
                .externalAc(true)
                .expect(STOPPING)
                .until(IDLE)
                .soc(60)
                .externalAc(false)
                .after("10min")
                .expect(IDLE)
                .soc(39)
                .expect(STARTING, SOC);
    }

    @Test
    void without_the_setting_external_ac_changes_nothing() {
        given().externalAc(true).soc(39).expect(STARTING, SOC);
    }

    @Test
    void unknown_external_ac_neither_stops_nor_starts() {
        given("generator.external_ac.stop_when_present=true").soc(39)
                .until(RUNNING)
                .inverterSilent(true)
                .after("60s")
                .expect(RUNNING, SOC);
    }
}
