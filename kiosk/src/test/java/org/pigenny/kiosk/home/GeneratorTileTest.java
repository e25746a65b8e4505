// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.home;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.pigenny.core.model.ChargeProof;
import org.pigenny.core.model.ChargeProof.Verdict;
import org.pigenny.core.model.Message;
import org.pigenny.kiosk.control.Standing;
import org.pigenny.kiosk.control.Value;
import org.pigenny.kiosk.fake.House;
import org.pigenny.kiosk.fake.Houses;
import org.pigenny.kiosk.fake.Looks;

class GeneratorTileTest {
    private static final String LAST = "last ran yesterday";

    @Test
    void while_it_charges_the_inferred_power_stands_there_and_never_nothing() {
        assertEquals("4\u202f710", tile(Houses.charging()).number());
        House unproven = Houses.charging();
        unproven.proof = proof(Verdict.CHECKING, OptionalDouble.empty());
        assertEquals(new Value("On", "", Standing.LIVE, "charging not yet proven"), tile(unproven));
        unproven.proof = proof(Verdict.NOT_CHARGING, OptionalDouble.empty());
        assertEquals("not charging!", tile(unproven).note());
        assertNotEquals("0", tile(unproven).number());
    }

    @Test
    void a_turning_engine_without_load_says_whether_the_load_comes_or_is_gone() {
        assertEquals(new Value("On", "", Standing.LIVE, "no load yet"), tile(Houses.warmup()));
        assertEquals(new Value("On", "", Standing.LIVE, "load is off"), tile(Houses.cooldown()));
    }

    @Test
    void at_rest_it_says_when_it_last_ran_and_after_an_error_what_went_wrong() {
        assertEquals(new Value("Off", "", Standing.LIVE, LAST), tile(Houses.idleByDay()));
        assertEquals("did not start", tile(Houses.error()).note());
        House uncharged = Houses.error();
        uncharged.error = Message.of("error.no_charge");
        assertEquals("run failed", tile(uncharged).note());
        House turning = Houses.error();
        turning.error = Message.of("fault.WONT_STOP");
        turning.inputs = 1;
        assertEquals(new Value("On", "", Standing.LIVE, "does not stop"), tile(turning));
    }

    @Test
    void a_silent_board_leaves_no_value() {
        assertEquals(Standing.ABSENT, tile(Houses.relaysDown()).standing());
    }

    private static ChargeProof proof(Verdict verdict, OptionalDouble power) {
        return new ChargeProof(verdict, power, 0, Optional.empty(), Optional.empty());
    }

    private static Value tile(House house) {
        return GeneratorTile.of(Looks.at(house), LAST);
    }
}
