// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.present;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.pigenny.core.model.Command;
import org.pigenny.core.model.EnginePhase;
import org.pigenny.core.model.EngineReport;
import org.pigenny.core.model.Message;
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
        assertEquals("stops in 2\u00a0min\u00a010\u00a0s", key(Houses.cooldown()).note());
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
    void a_start_that_would_be_refused_looks_so_and_says_why_in_place_of_how_long() {
        assertEquals(new KeyState(KeyState.Kind.START, "locked: service mode", true), key(Houses.service()));
        House safe = Houses.idleByDay();
        safe.startPermit = Houses.refused(Message.of("block.safe_mode"));
        assertEquals(new KeyState(KeyState.Kind.START, "locked: safe mode", true), key(safe));
        House dry = Houses.idleByDay();
        dry.startPermit = Houses.refused(Message.of("block.fuel_start", 10));
        assertEquals(new KeyState(KeyState.Kind.START, "locked: little fuel", true), key(dry));
        House other = Houses.idleByDay();
        other.startPermit = Houses.refused(Message.of("block.run_limit", Duration.ofHours(4)));
        assertEquals(new KeyState(KeyState.Kind.START, "not now, see why", true), key(other));
    }

    @Test
    void before_the_wiring_is_checked_it_says_so_and_leads_to_the_first_steps() {
        KeyState key = key(Houses.uncommissioned());
        assertEquals(KeyState.Kind.FIRST_STEPS, key.kind());
        assertEquals("not yet: touch for the first steps", key.note());
        assertTrue(key.refused());
        KeyState german = KeyState.of(Looks.at(Houses.uncommissioned(), Locale.GERMAN));
        assertEquals("noch nicht: tippen für die ersten Schritte", german.note());
    }

    @Test
    void a_start_by_hand_that_the_open_commissioning_allows_is_offered() {
        House checked = Houses.uncommissioned();
        checked.startPermit = Houses.idleByDay().startPermit;
        assertEquals(new KeyState(KeyState.Kind.START, "runs to 80 %", false), key(checked));
    }

    private static KeyState key(House house) {
        return KeyState.of(Looks.at(house));
    }
}
