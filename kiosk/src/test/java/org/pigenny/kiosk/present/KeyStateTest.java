// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.present;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.pigenny.core.model.Command;
import org.pigenny.core.model.EnginePhase;
import org.pigenny.core.model.EngineReport;
import org.pigenny.core.model.Quantity;
import org.pigenny.kiosk.fake.House;
import org.pigenny.kiosk.fake.Houses;
import org.pigenny.kiosk.fake.Looks;

class KeyStateTest {
    @Test
    void at_rest_the_key_starts() {
        KeyState key = key(Houses.idleByDay());
        assertEquals(KeyState.Kind.START, key.kind());
        assertEquals("runs to 80 %", key.note());
    }

    @Test
    void it_starts_up_to_the_stop_value_while_the_battery_is_below_it() {
        assertInstanceOf(Command.StartUntilAuto.class, KeyState.start(Looks.at(Houses.idleByDay())));
        House full = Houses.idleByDay();
        full.reads(Quantity.SOC, 93);
        assertInstanceOf(Command.StartUntilStopped.class, KeyState.start(Looks.at(full)));
        assertInstanceOf(Command.StartUntilStopped.class, KeyState.start(Looks.at(Houses.absent())));
    }

    @Test
    void it_stops_whenever_the_engine_turns_or_a_relay_is_on() {
        assertEquals(KeyState.Kind.STOP, key(Houses.charging()).kind());
        assertEquals(KeyState.Kind.STOP, key(Houses.warmup()).kind());
        House relay = Houses.idleByDay();
        relay.relays = EngineReport.GLOW;
        assertEquals(KeyState.Kind.STOP, key(relay).kind());
        House turning = Houses.idleByDay();
        turning.inputs = 1;
        assertEquals(KeyState.Kind.STOP, key(turning).kind());
    }

    @Test
    void not_knowing_counts_as_turning() {
        assertEquals(KeyState.Kind.STOP, key(Houses.relaysDown()).kind());
        House unreadable = Houses.idleByDay();
        unreadable.inputs = null;
        assertEquals(KeyState.Kind.STOP, key(unreadable).kind());
        House unknown = Houses.idleByDay();
        unknown.phase = EnginePhase.UNKNOWN;
        assertEquals(KeyState.Kind.STOP, key(unknown).kind());
    }

    @Test
    void it_says_what_a_stop_will_do() {
        assertEquals("cools down 3 min", key(Houses.charging()).note());
        assertEquals("stops at once", key(Houses.warmup()).note());
        assertEquals("stops in 2 min 10 s", key(Houses.cooldown()).note());
        assertEquals("state not known", key(Houses.relaysDown()).note());
    }

    @Test
    void reset_applies_only_after_an_error_at_rest() {
        assertEquals(KeyState.Kind.RESET, key(Houses.error()).kind());
        House turning = Houses.error();
        turning.inputs = 1;
        assertEquals(KeyState.Kind.STOP, key(turning).kind());
    }

    @Test
    void a_start_that_would_be_refused_looks_so() {
        assertTrue(key(Houses.service()).refused());
    }

    private static KeyState key(House house) {
        return KeyState.of(Looks.at(house));
    }
}
